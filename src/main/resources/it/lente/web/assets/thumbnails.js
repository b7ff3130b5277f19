// Small pictures of the pages of a document. Each is drawn once its place in the list is in view, one
// after the other, and removed out of view: the pictures of a thousand pages would fill the memory.

export class Thumbnails {
  #list;
  #draw;
  #wanted = new Set();
  #drawing = false;

  /** `draw` gives the picture of a page, from 1. */
  constructor(list, draw) {
    this.#list = list;
    this.#draw = draw;
  }

  /** Lists the pages, each with a link to its address. */
  fill(pages, address) {
    const observer = new IntersectionObserver((seen) => this.#see(seen), { root: this.#list, rootMargin: '50%' });
    for (let number = 1; number <= pages; number++) {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = address(number);
      link.dataset.page = number;
      link.append(number);
      item.append(link);
      this.#list.append(item);
      observer.observe(link);
    }
  }

  /** Marks the link of the page that is shown, and returns it. */
  mark(number) {
    this.#list.querySelector('[aria-current]')?.removeAttribute('aria-current');
    const link = this.#list.children[number - 1].firstElementChild;
    link.setAttribute('aria-current', 'page');
    return link;
  }

  #see(seen) {
    for (const { target, isIntersecting } of seen) {
      if (!isIntersecting) {
        this.#wanted.delete(target);
        target.querySelector('canvas')?.remove();
      } else if (!target.querySelector('canvas')) {
        this.#wanted.add(target);
      }
    }
    this.#drawWanted();
  }

  /** The wanted page that is nearest to the middle of the list. */
  #nearest() {
    const middle = this.#list.scrollTop + this.#list.clientHeight / 2;
    const distance = (link) => Math.abs(link.offsetTop + link.offsetHeight / 2 - middle);
    return [...this.#wanted].reduce((best, link) => (distance(link) < distance(best) ? link : best));
  }

  async #drawWanted() {
    if (this.#drawing) {
      return;
    }
    this.#drawing = true;
    while (this.#wanted.size) {
      const link = this.#nearest();
      const picture = await this.#draw(Number(link.dataset.page)).catch(() => ''); // only the number
      if (this.#wanted.delete(link)) {
        link.prepend(picture);
      }
    }
    this.#drawing = false;
  }
}
