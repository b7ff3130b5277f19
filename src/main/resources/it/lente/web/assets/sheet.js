// Draws a page of a PDF under the marks that the server has laid out in points of the page as it
// is displayed. Whatever the zoom or the turn, marks and page fill the same box, so they agree.

/** More pixels than this and browsers give up; a larger page is drawn less sharply instead. */
const MOST_PIXELS = 16_000_000;

/** The box of a small picture in CSS pixels. */
const SMALL_WIDTH = 72;
const SMALL_HEIGHT = 104;

/** Between two pages, in CSS pixels; the style sheet has it, too. */
const GAP = 4;

/** Characters of a bookmark's title. */
const LONGEST_TITLE = 80;

const STEP = 1.25;
const LEAST = 0.25;
const MOST = 8;

/** What pdf.js needs to draw a page into a canvas of its own. */
function drawingOf(viewport) {
  const canvas = document.createElement('canvas');
  const sharpness = Math.min(
    window.devicePixelRatio || 1,
    Math.sqrt(MOST_PIXELS / (viewport.width * viewport.height)),
  );
  canvas.width = Math.max(1, Math.floor(viewport.width * sharpness));
  canvas.height = Math.max(1, Math.floor(viewport.height * sharpness));
  canvas.setAttribute('aria-hidden', 'true');
  return { canvas, viewport, transform: [sharpness, 0, 0, sharpness, 0, 0] };
}

/** What is drawn of a page: its picture and its words. */
function drawn(element) {
  return [...element.querySelectorAll('canvas, .textLayer')];
}

/** A bookmark's title without the signs of symbol fonts; a paragraph is cut. */
function plain(title) {
  const text = title.replace(/[\uE000-\uF8FF]/g, '').trim();
  return text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE)} …` : text;
}

export class Sheet {
  columns = 1; // how many pages there is room for: one alone of two is no larger than both
  #frame;
  #page;
  #beside = null; // the element of the page beside it
  #address;
  #pdfjs;
  #library;
  #document;
  #tasks = [];
  #asked = 0; // how often drawing was asked for: what comes of an earlier time comes too late
  #zoom = 0; // 0: as wide as there is room for
  #turn = 0;

  /** `frame` is the element that scrolls; `address` of the PDF, none for a picture. */
  constructor(frame, address, pdfjs) {
    this.#frame = frame;
    this.#page = frame.querySelector('.sheet-page');
    this.#address = address;
    this.#pdfjs = new URL(pdfjs + '/', location.href).href;
  }

  /** The number of the page beside the one that is shown, 0 if there is none. */
  get beside() {
    return Number(this.#beside?.dataset.page ?? 0);
  }

  /** Has the page `other` beside the page `number`, in their order, with the marks laid out for it. */
  placeBeside(number, other, marks) {
    const old = this.#beside;
    this.#beside = document.createElement('div');
    this.#beside.className = 'sheet-page';
    this.#beside.dataset.page = other;
    this.#beside.append(marks);
    if (Number(old?.dataset.page) === number) { // both pages are drawn, and change their places
      this.#beside.prepend(...drawn(this.#page));
      this.#page.prepend(...drawn(old));
    }
    old?.remove();
    this.#frame[other < number ? 'prepend' : 'append'](this.#beside);
  }

  /** Removes the page beside the one that is shown. */
  removeBeside() {
    this.#beside?.remove();
    this.#beside = null;
  }

  /** Gives pages and marks their size, before anything is drawn: marks can be gone to at once. */
  arrange() {
    const pages = [...this.#frame.querySelectorAll('.sheet-page')];
    const sizes = pages.map((page) => this.#size(page.querySelector('.marks')));
    const wide = sizes.reduce((sum, size) => sum + size.wide, 0);
    const room = this.#frame.clientWidth - GAP * (this.columns - 1);
    const scale = this.#zoom || Math.max(LEAST, (room * pages.length) / (wide * this.columns));
    pages.forEach((page, at) => {
      page.style.width = `${sizes[at].wide * scale}px`;
      page.style.height = `${sizes[at].high * scale}px`;
    });
    return scale;
  }

  /** Turns the marks of a page, and returns the size of the page as it is turned, in points. */
  #size(marks) {
    const width = Number(marks.dataset.width);
    const height = Number(marks.dataset.height);
    const upright = this.#turn % 180 === 0;
    const [wide, high] = upright ? [width, height] : [height, width];
    marks.setAttribute('viewBox', `0 0 ${wide} ${high}`);
    const moves = { 0: '', 90: `translate(${height} 0) `, 180: `translate(${width} ${height}) `, 270: `translate(0 ${width}) ` };
    marks.querySelector('.turned').setAttribute('transform', `${moves[this.#turn]}rotate(${this.#turn})`);
    return { wide, high };
  }

  /** Draws a page, from 1, and the one beside it; rejects if the file cannot be had or read. */
  async draw(number) {
    const scale = this.arrange();
    if (!this.#address) {
      this.#frame.dataset.drawn = number;
      return;
    }
    delete this.#frame.dataset.drawn;
    const asked = ++this.#asked;
    this.#tasks.forEach((task) => task.cancel());
    this.#tasks = [];
    const drawings = [this.#draw(this.#page, number, scale, asked)];
    if (this.#beside) {
      drawings.push(this.#draw(this.#beside, this.beside, scale, asked));
    }
    await Promise.all(drawings);
    if (asked === this.#asked) {
      this.#frame.dataset.drawn = number;
    }
  }

  async #draw(element, number, scale, asked) {
    const page = await (await this.#open()).getPage(number);
    if (asked !== this.#asked) {
      return; // another page or size was asked for meanwhile
    }
    const upright = page.getViewport({ scale: 1 });
    const shown = Number(element.querySelector('.marks').dataset.width);
    const viewport = page.getViewport({
      scale: (scale * shown) / upright.width,
      rotation: page.rotate + this.#turn,
    });
    const drawing = drawingOf(viewport);
    const task = page.render(drawing);
    this.#tasks.push(task);
    try {
      await task.promise;
    } catch (reason) {
      if (reason?.name === 'RenderingCancelledException') {
        return;
      }
      throw reason;
    }
    const text = await this.#text(page, viewport);
    if (asked === this.#asked) {
      drawn(element).forEach((old) => old.remove());
      element.prepend(drawing.canvas, text);
    }
  }

  /** A small picture of a page, from 1; rejects like `draw`. */
  async small(number) {
    const page = await (await this.#open()).getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: Math.min(SMALL_WIDTH / width, SMALL_HEIGHT / height) });
    const drawing = drawingOf(viewport);
    drawing.canvas.style.width = `${viewport.width}px`;
    await page.render(drawing).promise;
    return drawing.canvas;
  }

  /** The bookmarks of a PDF in order, each with its title, page from 1, and depth. */
  async contents() {
    const document = await this.#open();
    const all = [];
    const add = async (items, depth) => {
      for (const item of items ?? []) {
        const named = typeof item.dest === 'string' ? await document.getDestination(item.dest) : item.dest;
        const target = named?.[0];
        const index = typeof target === 'object' && target ? await document.getPageIndex(target) : target;
        if (Number.isInteger(index)) {
          all.push({ title: plain(item.title), page: index + 1, depth });
        }
        await add(item.items, depth + 1);
      }
    };
    await add(await document.getOutline(), 0);
    return all;
  }

  zoomBy(steps) {
    const now = this.#zoom || this.arrange();
    this.#zoom = Math.min(MOST, Math.max(LEAST, now * STEP ** steps));
  }

  fit() {
    this.#zoom = 0;
  }

  turn() {
    this.#turn = (this.#turn + 90) % 360;
  }

  /** Whether a change of the window's width changes the page. */
  get fits() {
    return this.#zoom === 0;
  }

  /** The page's words where they stand, unseen: they can be selected and are read aloud. */
  async #text(page, viewport) {
    const layer = document.createElement('div');
    layer.className = 'textLayer';
    layer.style.setProperty('--total-scale-factor', viewport.scale);
    await new this.#library.TextLayer({
      textContentSource: page.streamTextContent(),
      container: layer,
      viewport,
    }).render();
    const end = document.createElement('div');
    end.className = 'selection-end';
    layer.append(end);
    return layer;
  }

  /** Fetches what is needed of the file, by ranges: the first page of a thousand is soon there. */
  async #open() {
    this.#library ??= await import(`${this.#pdfjs}build/pdf.min.mjs`);
    this.#library.GlobalWorkerOptions.workerSrc = `${this.#pdfjs}build/pdf.worker.min.mjs`;
    this.#document ??= this.#library.getDocument({
      url: this.#address,
      cMapUrl: `${this.#pdfjs}cmaps/`,
      iccUrl: `${this.#pdfjs}iccs/`,
      standardFontDataUrl: `${this.#pdfjs}standard_fonts/`,
      wasmUrl: `${this.#pdfjs}wasm/`,
      disableAutoFetch: true,
      disableStream: true,
      isEvalSupported: false,
      enableXfa: false,
      verbosity: 0, // damaged files are said on the page, not on the console
    }).promise;
    return this.#document;
  }
}
