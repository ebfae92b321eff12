/** Creates an element with a class and a text, or with what is in it. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  tagName: Name,
  className = '',
  ...content: (string | Node)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(tagName);
  if (className !== '') made.className = className;
  made.append(...content);
  return made;
}

/** Creates a button. @param act - what a click does. */
export function makeButton(className: string, text: string, act: () => void): HTMLButtonElement {
  const button = make('button', className, text);
  button.type = 'button';
  button.addEventListener('click', act);
  return button;
}
