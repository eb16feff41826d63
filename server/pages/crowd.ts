/** A hundred people as circles, those counted filled; drawn as two paths on 300 by 75. */
export interface Crowd {
  readonly number: number;
  readonly filled: string;
  readonly open: string;
}

export function crowdOf(share: number): Crowd {
  const number = share > 0 ? Math.max(1, Math.min(share < 1 ? 99 : 100, Math.round(share * 100))) : 0;
  const places = Array.from({ length: 100 }, (_, index) => ({
    x: 7.5 + (index % 20) * 15,
    y: 7.5 + Math.floor(index / 20) * 15,
  }));
  const circle = ({ x, y }: { x: number; y: number }) => `M${x - 5} ${y}a5 5 0 1 0 10 0a5 5 0 1 0-10 0`;
  return {
    number,
    filled: places.slice(0, number).map(circle).join(""),
    open: places.slice(number).map(circle).join(""),
  };
}
