// The way back from a number: what it is of, its standing, and the row of a file in which it stands.
import { element } from './element';
import type { Figure, Model } from './model';
import { ofWords, standingWords, type Words } from './words';

export class Drawer {
  private readonly panel: HTMLElement;
  private opener: Element | null = null;

  constructor(private readonly model: Model, private readonly words: Words) {
    this.panel = element('aside', { id: 'drawer', role: 'dialog', 'aria-labelledby': 'drawer-title', tabindex: '-1', hidden: '' });
    document.body.append(this.panel);
    this.enable();
  }

  /** Shows where a figure comes from. `opener` has the focus again when the drawer closes. */
  open(id: string, opener: Element | null): void {
    const figure = this.model.figures[id];
    if (!figure) return;
    this.opener = opener;
    const close = element('button', { type: 'button', class: 'close' }, this.words.close);
    close.addEventListener('click', () => this.close());
    this.panel.replaceChildren(close, element('h2', { id: 'drawer-title' }, figure.text), this.rows(id, figure));
    this.panel.hidden = false;
    this.panel.focus();
  }

  close(): void {
    if (this.panel.hidden) return;
    this.panel.hidden = true;
    if (this.opener instanceof HTMLElement || this.opener instanceof SVGElement) this.opener.focus();
    this.opener = null;
  }

  /** Makes figures inside of an element buttons. */
  mark(inside: ParentNode): void {
    for (const figure of inside.querySelectorAll<HTMLElement>('span.fig[data-figure]')) {
      if (!this.model.figures[figure.dataset.figure ?? '']) continue;
      figure.setAttribute('role', 'button');
      figure.setAttribute('tabindex', '0');
      figure.setAttribute('aria-haspopup', 'dialog');
    }
  }

  private enable(): void {
    this.mark(document);
    document.addEventListener('click', (event) => {
      const at = event.target instanceof Element ? event.target.closest<HTMLElement>('span.fig[role=button]') : null;
      if (at) this.open(at.dataset.figure ?? '', at);
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
      const at = document.activeElement;
      if ((event.key === 'Enter' || event.key === ' ') && at instanceof HTMLElement && at.matches('span.fig[role=button]')) {
        event.preventDefault();
        this.open(at.dataset.figure ?? '', at);
      }
    });
  }

  private rows(id: string, figure: Figure): HTMLElement {
    const list = element('dl');
    const add = (name: string, ...text: string[]) => {
      const said = text.filter((t) => t !== '');
      if (said.length > 0) list.append(element('dt', {}, name), ...said.map((t) => element('dd', {}, t)));
    };
    const { words } = this;
    add(words.of, ofWords(words, figure.of, figure.n));
    add(words.standing, figure.standing === '' ? '' : standingWords(words, figure.standing));
    if (figure.value !== null) add(words.value, `${figure.value}${figure.unit === '' || figure.unit === '1' ? '' : ' ' + figure.unit}`);
    add(words.file, figure.from.file);
    add(words.row, ...Object.entries(figure.from.key).map(([column, cell]) => `${column} = ${cell}`));
    add(words.column, figure.from.column);
    add(words.formula, figure.from.formula);
    add(words.clauses, figure.from.clauses.join('、'));
    add(words.id, id);
    return list;
  }
}
