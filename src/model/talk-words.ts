import { directionOf } from './languages.ts';

/** Names of what the windows of a talk say, in the order that every language below has. */
const NAMES = [
  'untitled',
  'step',
  'seesBlack',
  'sees',
  'end',
  'nextStep',
  'noNotes',
  'presenter',
  'timer',
  'reset',
  'of',
  'lost',
  'reopen',
  'current',
  'next',
  'notes',
  'tools',
  'back',
  'slides',
  'black',
  'freeze',
  'pointer',
  'draw',
  'undo',
  'clear',
  'save',
  'pen',
  'smaller',
  'larger',
  'keys',
  'plan',
  'close',
  'behind',
  'ahead',
  'onTime',
  'remote',
  'touch',
  'offline',
  'preview',
  'catchUp',
  'search',
  'jump',
  'keysGo',
  'keysAudience',
  'keysTime',
  'keysWindows',
  'doNext',
  'doBack',
  'doEnds',
  'doNumber',
  'doList',
  'doBlack',
  'doFreeze',
  'doPointer',
  'doDraw',
  'doUndo',
  'doTimer',
  'doReset',
  'doPresenter',
  'doFull',
  'doAll',
  'doSize',
  'doSearch',
  'doHelp',
  'drawHere',
  'findings',
] as const;

type Texts<Names extends readonly string[]> = { readonly [Index in keyof Names]: string };

/** Texts of the presenter view, the remote and the audience view in one language. */
export type StageWords = Record<(typeof NAMES)[number], string> & { lang: string; dir: 'ltr' | 'rtl' };

// prettier-ignore
const WORDS: Record<string, Texts<typeof NAMES>> = {
  de: ['Ohne Titel', 'Schritt {step} von {steps}', 'Das Publikum sieht Schwarz', 'Das Publikum sieht {slide}', 'Ende des Vortrags', 'Nächster Schritt', 'Keine Notizen zu dieser Folie.', 'Referentenansicht', 'Uhr starten oder anhalten', 'Uhr auf 0:00', 'von {time}', 'Das Fenster mit den Folien antwortet nicht. Der Vortrag geht hier weiter.', 'Folien wieder öffnen', 'Aktuelle Folie', 'Als Nächstes', 'Notizen', 'Werkzeuge', 'Zurück', 'Folien', 'Schwarz', 'Einfrieren', 'Zeiger', 'Zeichnen', 'Rückgängig', 'Löschen', 'Speichern', 'Stift {number}', 'Notizen kleiner', 'Notizen größer', 'Tasten', 'Zeitplan', 'Schließen', '{time} zurück', '{time} voraus', 'Im Plan', 'Fernbedienung', 'Folie berühren, um zu zeigen', 'Keine Verbindung. Sie wird von selbst wiederhergestellt.', 'Vorschau', 'Zur aktuellen Folie', 'Suchen', 'Gehe zu Folie', 'Durch den Vortrag', 'Was das Publikum sieht', 'Ihre Zeit', 'Diese Fenster', 'nächster Schritt oder nächste Folie', 'zurück', 'erste, letzte Folie', 'Folie 12', 'Liste der Folien', 'Schwarz, und zurück', 'einfrieren: allein weitergehen, und zurück', 'Zeiger', 'zeichnen', 'Zeichnung rückgängig machen, löschen', 'Uhr starten oder anhalten', 'Uhr auf 0:00', 'Referentenansicht', 'Folien im Vollbild', 'alle Folien, im Fenster mit den Folien', 'Größe der Notizen', 'suchen, im Fenster mit den Folien', 'diese Tasten', 'Auf der Folie zeichnen', 'Zu prüfen auf dieser Folie: {number}'],
  fr: ['Sans titre', 'Étape {step} sur {steps}', 'Le public voit un écran noir', 'Le public voit {slide}', 'Fin de l’exposé', 'Étape suivante', 'Aucune note pour cette diapositive.', 'Présentateur', 'Démarrer ou arrêter le chronomètre', 'Chronomètre à 0:00', 'sur {time}', 'La fenêtre des diapositives ne répond pas. L’exposé continue ici.', 'Rouvrir les diapositives', 'Diapositive actuelle', 'Suivante', 'Notes', 'Outils', 'Retour', 'Diapositives', 'Noir', 'Figer', 'Pointeur', 'Dessiner', 'Annuler', 'Effacer', 'Enregistrer', 'Stylo {number}', 'Notes plus petites', 'Notes plus grandes', 'Touches', 'Plan', 'Fermer', '{time} de retard', '{time} d’avance', 'À l’heure', 'Télécommande', 'Touchez la diapositive pour pointer', 'Pas de connexion. Elle se rétablira d’elle-même.', 'Aperçu', 'Rejoindre l’orateur', 'Rechercher', 'Aller à la diapositive', 'Parcourir l’exposé', 'Ce que voit le public', 'Votre temps', 'Ces fenêtres', 'étape ou diapositive suivante', 'retour', 'première, dernière diapositive', 'diapositive 12', 'liste des diapositives', 'écran noir, et retour', 'figer : continuer seul, et retour', 'pointeur', 'dessiner', 'annuler, effacer le dessin', 'démarrer ou arrêter le chronomètre', 'chronomètre à 0:00', 'mode présentateur', 'diapositives en plein écran', 'toutes les diapositives, dans leur fenêtre', 'taille des notes', 'rechercher, dans la fenêtre des diapositives', 'ces touches', 'Dessiner sur la diapositive', 'À vérifier sur cette diapositive : {number}'],
  es: ['Sin título', 'Paso {step} de {steps}', 'El público ve una pantalla negra', 'El público ve {slide}', 'Fin de la charla', 'Paso siguiente', 'No hay notas para esta diapositiva.', 'Presentador', 'Iniciar o detener el cronómetro', 'Cronómetro a 0:00', 'de {time}', 'La ventana de las diapositivas no responde. La charla sigue aquí.', 'Abrir de nuevo las diapositivas', 'Diapositiva actual', 'Siguiente', 'Notas', 'Herramientas', 'Atrás', 'Diapositivas', 'Negro', 'Congelar', 'Puntero', 'Dibujar', 'Deshacer', 'Borrar', 'Guardar', 'Lápiz {number}', 'Notas más pequeñas', 'Notas más grandes', 'Teclas', 'Plan', 'Cerrar', '{time} de retraso', '{time} de adelanto', 'A tiempo', 'Control remoto', 'Toque la diapositiva para señalar', 'Sin conexión. Se restablecerá por sí sola.', 'Vista previa', 'Volver con el orador', 'Buscar', 'Ir a la diapositiva', 'Recorrer la charla', 'Lo que ve el público', 'Su tiempo', 'Estas ventanas', 'paso o diapositiva siguiente', 'atrás', 'primera, última diapositiva', 'diapositiva 12', 'lista de diapositivas', 'pantalla negra, y volver', 'congelar: seguir a solas, y volver', 'puntero', 'dibujar', 'deshacer, borrar el dibujo', 'iniciar o detener el cronómetro', 'cronómetro a 0:00', 'vista del presentador', 'diapositivas en pantalla completa', 'todas las diapositivas, en su ventana', 'tamaño de las notas', 'buscar, en la ventana de las diapositivas', 'estas teclas', 'Dibuje en la diapositiva', 'Por revisar en esta diapositiva: {number}'],
  pt: ['Sem título', 'Passo {step} de {steps}', 'O público vê a tela preta', 'O público vê {slide}', 'Fim da apresentação', 'Próximo passo', 'Não há notas para este slide.', 'Apresentador', 'Iniciar ou parar o cronômetro', 'Cronômetro em 0:00', 'de {time}', 'A janela dos slides não responde. A apresentação continua aqui.', 'Abrir os slides novamente', 'Slide atual', 'Próximo', 'Notas', 'Ferramentas', 'Voltar', 'Slides', 'Preto', 'Congelar', 'Ponteiro', 'Desenhar', 'Desfazer', 'Limpar', 'Salvar', 'Caneta {number}', 'Notas menores', 'Notas maiores', 'Teclas', 'Plano', 'Fechar', '{time} de atraso', '{time} adiantado', 'No horário', 'Controle remoto', 'Toque no slide para apontar', 'Sem conexão. Ela será restabelecida automaticamente.', 'Prévia', 'Voltar ao orador', 'Pesquisar', 'Ir para o slide', 'Percorrer a apresentação', 'O que o público vê', 'Seu tempo', 'Estas janelas', 'próximo passo ou slide', 'voltar', 'primeiro, último slide', 'slide 12', 'lista de slides', 'tela preta, e voltar', 'congelar: seguir sozinho, e voltar', 'ponteiro', 'desenhar', 'desfazer, limpar o desenho', 'iniciar ou parar o cronômetro', 'cronômetro em 0:00', 'modo do apresentador', 'slides em tela cheia', 'todos os slides, na janela dos slides', 'tamanho das notas', 'pesquisar, na janela dos slides', 'estas teclas', 'Desenhe no slide', 'A verificar neste slide: {number}'],
  it: ['Senza titolo', 'Passo {step} di {steps}', 'Il pubblico vede lo schermo nero', 'Il pubblico vede {slide}', 'Fine della presentazione', 'Passo successivo', 'Nessuna nota per questa diapositiva.', 'Relatore', 'Avvia o ferma il cronometro', 'Cronometro a 0:00', 'di {time}', 'La finestra delle diapositive non risponde. La presentazione continua qui.', 'Riapri le diapositive', 'Diapositiva attuale', 'Successiva', 'Note', 'Strumenti', 'Indietro', 'Diapositive', 'Nero', 'Blocca', 'Puntatore', 'Disegna', 'Annulla', 'Cancella', 'Salva', 'Penna {number}', 'Note più piccole', 'Note più grandi', 'Tasti', 'Piano', 'Chiudi', '{time} di ritardo', '{time} di anticipo', 'In orario', 'Telecomando', 'Tocca la diapositiva per indicare', 'Nessuna connessione. Verrà ripristinata da sola.', 'Anteprima', 'Torna dal relatore', 'Cerca', 'Vai alla diapositiva', 'Scorrere la presentazione', 'Ciò che vede il pubblico', 'Il tuo tempo', 'Queste finestre', 'passo o diapositiva successiva', 'indietro', 'prima, ultima diapositiva', 'diapositiva 12', 'elenco delle diapositive', 'schermo nero, e ritorno', 'blocca: prosegui da solo, e ritorno', 'puntatore', 'disegna', 'annulla, cancella il disegno', 'avvia o ferma il cronometro', 'cronometro a 0:00', 'vista del relatore', 'diapositive a schermo intero', 'tutte le diapositive, nella loro finestra', 'dimensione delle note', 'cerca, nella finestra delle diapositive', 'questi tasti', 'Disegna sulla diapositiva', 'Da controllare in questa diapositiva: {number}'],
  nl: ['Zonder titel', 'Stap {step} van {steps}', 'Het publiek ziet zwart', 'Het publiek ziet {slide}', 'Einde van de presentatie', 'Volgende stap', 'Geen notities bij deze dia.', 'Presentator', 'Timer starten of stoppen', 'Timer op 0:00', 'van {time}', 'Het venster met de dia’s antwoordt niet. De presentatie gaat hier verder.', 'Dia’s opnieuw openen', 'Huidige dia', 'Volgende', 'Notities', 'Hulpmiddelen', 'Terug', 'Dia’s', 'Zwart', 'Bevriezen', 'Aanwijzer', 'Tekenen', 'Ongedaan maken', 'Wissen', 'Opslaan', 'Pen {number}', 'Kleinere notities', 'Grotere notities', 'Toetsen', 'Planning', 'Sluiten', '{time} achter', '{time} voor', 'Op tijd', 'Afstandsbediening', 'Raak de dia aan om te wijzen', 'Geen verbinding. Die wordt vanzelf hersteld.', 'Voorbeeld', 'Terug naar de spreker', 'Zoeken', 'Ga naar dia', 'Door de presentatie', 'Wat het publiek ziet', 'Uw tijd', 'Deze vensters', 'volgende stap of dia', 'terug', 'eerste, laatste dia', 'dia 12', 'lijst met dia’s', 'zwart, en terug', 'bevriezen: alleen verdergaan, en terug', 'aanwijzer', 'tekenen', 'tekening ongedaan maken, wissen', 'timer starten of stoppen', 'timer op 0:00', 'presentatorweergave', 'dia’s op het hele scherm', 'alle dia’s, in het venster met de dia’s', 'grootte van de notities', 'zoeken, in het venster met de dia’s', 'deze toetsen', 'Teken op de dia', 'Te controleren op deze dia: {number}'],
  ja: ['無題', 'ステップ {step} / {steps}', '聴衆には黒い画面が見えています', '聴衆には {slide} が見えています', '発表の終わり', '次のステップ', 'このスライドのノートはありません。', '発表者', 'タイマーの開始・停止', 'タイマーを 0:00 に戻す', '/ {time}', 'スライドのウィンドウが応答しません。発表はここで続けられます。', 'スライドをもう一度開く', '現在のスライド', '次', 'ノート', 'ツール', '戻る', 'スライド', '黒画面', '固定', 'ポインター', '描画', '取り消し', '消去', '保存', 'ペン {number}', 'ノートを小さく', 'ノートを大きく', 'キー', '予定', '閉じる', '{time} 遅れ', '{time} 先行', '予定どおり', 'リモコン', 'スライドに触れて指し示す', '接続がありません。自動的に再接続します。', 'プレビュー', '発表者に追いつく', '検索', 'スライドへ移動', '発表を進める', '聴衆に見えるもの', '時間', 'ウィンドウ', '次のステップまたはスライド', '戻る', '最初・最後のスライド', 'スライド 12', 'スライドの一覧', '黒画面と復帰', '固定：自分だけ先に進む、復帰', 'ポインター', '描画', '描画の取り消し・消去', 'タイマーの開始・停止', 'タイマーを 0:00 に', '発表者ビュー', 'スライドを全画面表示', 'すべてのスライド（スライドのウィンドウ）', 'ノートの大きさ', '検索（スライドのウィンドウ）', 'このキー一覧', 'スライドに描く', 'このスライドの要確認：{number}'],
  zh: ['无标题', '第 {step} 步，共 {steps} 步', '观众看到黑屏', '观众看到 {slide}', '演讲结束', '下一步', '此幻灯片没有备注。', '演讲者', '启动或停止计时', '计时归零', '共 {time}', '幻灯片窗口没有响应。演讲可在此继续。', '重新打开幻灯片', '当前幻灯片', '下一张', '备注', '工具', '返回', '幻灯片', '黑屏', '冻结', '指针', '绘图', '撤销', '清除', '保存', '画笔 {number}', '缩小备注', '放大备注', '按键', '计划', '关闭', '落后 {time}', '提前 {time}', '准时', '遥控器', '触摸幻灯片以指示', '没有连接，将自动恢复。', '预览', '跟上演讲者', '搜索', '转到幻灯片', '浏览演讲', '观众看到的内容', '您的时间', '窗口', '下一步或下一张', '返回', '第一张、最后一张', '幻灯片 12', '幻灯片列表', '黑屏，再按恢复', '冻结：独自继续，再按恢复', '指针', '绘图', '撤销、清除绘图', '启动或停止计时', '计时归零', '演讲者视图', '全屏显示幻灯片', '所有幻灯片（在幻灯片窗口）', '备注的大小', '搜索（在幻灯片窗口）', '这些按键', '在幻灯片上绘图', '此幻灯片待检查：{number}'],
  'zh-hant': ['無標題', '第 {step} 步，共 {steps} 步', '觀眾看到黑畫面', '觀眾看到 {slide}', '演講結束', '下一步', '此投影片沒有備忘稿。', '簡報者', '開始或停止計時', '計時歸零', '共 {time}', '投影片視窗沒有回應。演講可在此繼續。', '重新開啟投影片', '目前的投影片', '下一張', '備忘稿', '工具', '返回', '投影片', '黑畫面', '凍結', '指標', '繪圖', '復原', '清除', '儲存', '畫筆 {number}', '縮小備忘稿', '放大備忘稿', '按鍵', '計畫', '關閉', '落後 {time}', '提前 {time}', '準時', '遙控器', '觸碰投影片以指示', '沒有連線，將自動恢復。', '預覽', '跟上講者', '搜尋', '前往投影片', '瀏覽演講', '觀眾看到的內容', '您的時間', '視窗', '下一步或下一張', '返回', '第一張、最後一張', '投影片 12', '投影片清單', '黑畫面，再按恢復', '凍結：獨自繼續，再按恢復', '指標', '繪圖', '復原、清除繪圖', '開始或停止計時', '計時歸零', '簡報者檢視', '全螢幕顯示投影片', '所有投影片（在投影片視窗）', '備忘稿的大小', '搜尋（在投影片視窗）', '這些按鍵', '在投影片上繪圖', '此投影片待檢查：{number}'],
  ar: ['بلا عنوان', 'الخطوة {step} من {steps}', 'يرى الجمهور شاشة سوداء', 'يرى الجمهور {slide}', 'نهاية العرض', 'الخطوة التالية', 'لا توجد ملاحظات لهذه الشريحة.', 'المقدِّم', 'تشغيل المؤقت أو إيقافه', 'تصفير المؤقت', 'من {time}', 'نافذة الشرائح لا تستجيب. يستمر العرض هنا.', 'فتح الشرائح من جديد', 'الشريحة الحالية', 'التالي', 'ملاحظات المتحدث', 'الأدوات', 'رجوع', 'الشرائح', 'أسود', 'تجميد', 'مؤشر', 'رسم', 'تراجع', 'مسح', 'حفظ', 'قلم {number}', 'تصغير الملاحظات', 'تكبير الملاحظات', 'المفاتيح', 'الخطة', 'إغلاق', 'متأخر {time}', 'متقدم {time}', 'في الموعد', 'جهاز التحكم', 'المس الشريحة للإشارة', 'لا يوجد اتصال. سيعود تلقائيًا.', 'معاينة', 'اللحاق بالمتحدث', 'بحث', 'الانتقال إلى شريحة', 'التنقل في العرض', 'ما يراه الجمهور', 'وقتك', 'هذه النوافذ', 'الخطوة أو الشريحة التالية', 'رجوع', 'الشريحة الأولى، الأخيرة', 'الشريحة 12', 'قائمة الشرائح', 'شاشة سوداء، ثم عودة', 'تجميد: المتابعة وحدك، ثم عودة', 'مؤشر', 'رسم', 'تراجع عن الرسم، مسحه', 'تشغيل المؤقت أو إيقافه', 'تصفير المؤقت', 'نافذة المقدِّم', 'الشرائح بملء الشاشة', 'كل الشرائح، في نافذة الشرائح', 'حجم الملاحظات', 'بحث، في نافذة الشرائح', 'هذه المفاتيح', 'ارسم على الشريحة', 'للمراجعة في هذه الشريحة: {number}'],
  he: ['ללא כותרת', 'שלב {step} מתוך {steps}', 'הקהל רואה מסך שחור', 'הקהל רואה {slide}', 'סוף ההרצאה', 'השלב הבא', 'אין הערות לשקופית זו.', 'מרצה', 'הפעלה או עצירה של השעון', 'איפוס השעון', 'מתוך {time}', 'חלון השקופיות אינו מגיב. ההרצאה נמשכת כאן.', 'פתיחת השקופיות מחדש', 'השקופית הנוכחית', 'הבא', 'הערות', 'כלים', 'חזרה', 'שקופיות', 'שחור', 'הקפאה', 'מצביע', 'ציור', 'ביטול', 'ניקוי', 'שמירה', 'עט {number}', 'הקטנת ההערות', 'הגדלת ההערות', 'מקשים', 'תוכנית', 'סגירה', 'באיחור של {time}', 'בהקדמה של {time}', 'בזמן', 'שלט רחוק', 'געו בשקופית כדי להצביע', 'אין חיבור. הוא יתחדש מעצמו.', 'תצוגה מקדימה', 'חזרה אל המרצה', 'חיפוש', 'מעבר לשקופית', 'מעבר בהרצאה', 'מה שהקהל רואה', 'הזמן שלכם', 'החלונות', 'השלב או השקופית הבאים', 'חזרה', 'השקופית הראשונה, האחרונה', 'שקופית 12', 'רשימת השקופיות', 'מסך שחור, וחזרה', 'הקפאה: המשך לבד, וחזרה', 'מצביע', 'ציור', 'ביטול הציור, ניקוי', 'הפעלה או עצירה של השעון', 'איפוס השעון', 'תצוגת המרצה', 'שקופיות במסך מלא', 'כל השקופיות, בחלון השקופיות', 'גודל ההערות', 'חיפוש, בחלון השקופיות', 'המקשים האלה', 'ציירו על השקופית', 'לבדיקה בשקופית זו: {number}'],
};

/** Returns `undefined` for English, which pages have with them, and for languages that have no words yet. */
export function stageWords(lang: string): StageWords | undefined {
  const traditional = /^zh-(?:hant|tw|hk|mo)\b/i.test(lang);
  const base = traditional ? 'zh-hant' : (lang.split('-', 1)[0]?.toLowerCase() ?? '');
  const row = Object.hasOwn(WORDS, base) ? WORDS[base] : undefined;
  if (!row) return undefined;
  const words = Object.fromEntries(NAMES.map((name, index) => [name, row[index]]));
  return { ...(words as Record<(typeof NAMES)[number], string>), lang, dir: directionOf(lang) };
}
