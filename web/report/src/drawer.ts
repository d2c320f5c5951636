// The way back from a number: what it is of, its standing, and the row of a file in which it stands.
import { element } from './element';
import type { Figure, Model } from './model';

/** A figure under what it is called: of a map several stand in one drawer. */
export interface Named { name: string; figure: Figure }
import { ofWords, standingWords, type Words } from './words';

export class Drawer {
  private readonly panel: HTMLElement;
  private opener: Element | null = null;
  private readonly own = new WeakMap<Element, () => void>();

  constructor(private readonly model: Model, private readonly words: Words) {
    this.panel = element('aside', { id: 'drawer', role: 'dialog', 'aria-labelledby': 'drawer-title', tabindex: '-1', hidden: '' });
    document.body.append(this.panel);
    this.enable();
  }

  /** Shows where a figure comes from. `opener` has the focus again when the drawer closes. */
  open(id: string, opener: Element | null): void {
    const figure = this.model.figures[id];
    if (figure) this.show(figure.text, opener, this.rows(id, figure));
  }

  /** Figures that the model has no entry for: those of a line or point of a map. */
  list(title: string, figures: Named[], opener: Element | null): void {
    this.show(title, opener, ...figures.flatMap(({ name, figure }) => [element('h3', {}, name), element('p', { class: 'number' }, figure.text), this.rows('', figure)]));
  }

  /** Makes an element a button that opens the drawer in a way of its own. */
  offer(at: HTMLElement, open: () => void): void {
    this.own.set(at, open);
    this.asButton(at);
  }

  private show(title: string, opener: Element | null, ...inside: Node[]): void {
    this.opener = opener;
    const close = element('button', { type: 'button', class: 'close' }, this.words.close);
    close.addEventListener('click', () => this.close());
    this.panel.replaceChildren(close, element('h2', { id: 'drawer-title' }, title), ...inside);
    this.panel.hidden = false;
    this.panel.scrollTop = 0;
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
      if (this.model.figures[figure.dataset.figure ?? '']) this.asButton(figure);
    }
  }

  private asButton(at: HTMLElement): void {
    at.setAttribute('role', 'button');
    at.setAttribute('tabindex', '0');
    at.setAttribute('aria-haspopup', 'dialog');
  }
  private press(at: HTMLElement): void {
    const own = this.own.get(at);
    if (own) own();
    else this.open(at.dataset.figure ?? '', at);
  }

  private enable(): void {
    this.mark(document);
    document.addEventListener('click', (event) => {
      const at = event.target instanceof Element ? event.target.closest<HTMLElement>('span.fig[role=button]') : null;
      if (at) this.press(at);
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.close();
      const at = document.activeElement;
      if ((event.key === 'Enter' || event.key === ' ') && at instanceof HTMLElement && at.matches('span.fig[role=button]')) {
        event.preventDefault();
        this.press(at);
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
    add(words.row, ...Object.entries(figure.from.key).map(([column, cell]) => `${column} = ${cell === '' ? words.empty : cell}`));
    add(words.column, figure.from.column);
    add(words.formula, figure.from.formula);
    add(words.clauses, figure.from.clauses.join('、'));
    add(words.id, id);
    return list;
  }
}
