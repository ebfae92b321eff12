/** Gives the page the tone that its reader chose, before anything is drawn. */
const chosen = (() => {
  try {
    return localStorage.getItem('tone');
  } catch {
    return null;
  }
})();
if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset['tone'] = chosen;
