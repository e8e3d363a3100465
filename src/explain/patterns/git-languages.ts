/**
 * What git says in other languages: its messages as git 2.39.5 has them, without the words before the colon. Only these name a
 * refusal; the words of curl and of the server stay English in every language, and some translations leave these English too.
 */
import { BAD_TOKEN, MISSING, ON_401, ON_404 } from './causes';
import { NO_LOGIN } from './git';
import { causes, type Pattern } from './pattern';

/** `Authentication failed for '%s'`. */
const REFUSED: readonly string[] = [
  ...['Неуспешна идентификация към „%s“', "S'ha produït un error en autenticar per «%s»"],
  ...["Authentifizierung fehlgeschlagen für '%s'", "Autenticación falló para '%s'"],
  ...["Échec d'authentification pour '%s'", "Autentikasi gagal untuk '%s'", "Autenticazione non riuscita per '%s'"],
  ...['Uwierzytelnienie nie powiodło się dla „%s”', "Autenticação falhou para '%s'"],
  ...['Autentisering misslyckades "%s"', "'%s' için kimlik doğrulaması başarısız", 'Xác thực gặp lỗi cho “%s”'],
  ...["'%s' 鉴权失败", "'%s' 身份驗證失敗"],
];

/** `repository '%s' not found`. */
const NOT_FOUND: readonly string[] = [
  ...['хранилището „%s“ липсва', "no s'ha trobat el repositori «%s»", "Repository '%s' nicht gefunden"],
  ...["repositorio '%s' no encontrado", "dépôt '%s' non trouvé", "repositori '%s' tidak ditemukan"],
  ...["repository '%s' non trovato", 'nie znaleziono repozytorium „%s”', "repositório '%s' inexistente"],
  ...['arkivet "%s" hittades inte', "'%s' deposu bulunamadı", 'không tìm thấy kho “%s”'],
  ...["仓库 '%s' 未找到", "版本庫 '%s' 未找到"],
];

/** `Remote branch %s not found in upstream %s`. */
const NO_BRANCH: readonly string[] = [
  ...['Отдалеченият клон „%s“ липсва в', 'La branca remota %s no es troba en la font'],
  ...['Remote-Branch %s nicht im Upstream', 'Rama remota %s no encontrada en upstream'],
  ...["La branche distante %s n'a pas été trouvée", 'Cabang remote %s tidak ditemukan di hulu'],
  ...["Il branch remoto %s non è stato trovato nell'upstream", 'Nie znaleziono zdalnej gałęzi %s w repozytorium'],
  ...['Ramo remoto %s por encontrar em upstream', 'Внешняя ветка %s не найдена в вышестоящем'],
  ...['Fjärrgrenen %s hittades inte i', '%s uzak dalı %s üstkaynağında bulunamadı'],
  ...['Nhánh máy chủ %s không tìm thấy trong thượng nguồn', '远程分支 %s 在上游', '遠端分支 %s 在上游'],
  ...['리모트의 %s 브랜치가 업스트림'],
];

/** Rows of git of any language, without `text` and `words`. */
type Meaning = Omit<Pattern, 'text' | 'words' | 'tool' | 'weight' | 'needs'>;

/** One row for a message in all languages: its words, with `what` in the place of what differs. */
function said(formats: readonly string[], what: string, meaning: Meaning): Pattern {
  const texts = formats.map((format) => format.split('%s').map(loosely).join(what));
  return {
    text: new RegExp(texts.join('|')),
    words: formats.map((format) => longestOf(format.split('%s'))),
    weight: 'client',
    needs: 'hub',
    tool: 'git',
    ...meaning,
  };
}

/** The quotes differ from version to version. */
function loosely(part: string): string {
  return part.replaceAll(/['"«»„“”]/g, `['"«»„“”]`);
}

function longestOf(parts: readonly string[]): string {
  const known = parts.map((part) => part.replaceAll(/^\W?["»“”'] | ?["«„“']$/g, '').trim());
  return known.reduce((one, other) => (other.length > one.length ? other : one));
}

export const GIT_LANGUAGES: readonly Pattern[] = [
  said(REFUSED, String.raw`https?:\S*`, { causes: [...BAD_TOKEN, ...NO_LOGIN], beside: ON_401 }),
  said(NOT_FOUND, String.raw`https?:\S*`, { causes: MISSING, beside: ON_404 }),
  said(NO_BRANCH, String.raw`\S+`, { causes: causes({ 'revision-not-found': 'git says so' }) }),
];
