/**
 * The names of the months, in full and short, in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Danish,
 * Norwegian, Finnish, Czech, Slovak, Hungarian, Romanian, Russian, Ukrainian and Turkish, without accents. A name that is that of
 * several months is left out.
 */
const names = [
  'ene enero gen gennaio ian ianuarie jan janeiro januar januara januari january janv janvier led leden ledna oca ' +
    'ocak sty styczen stycznia tammi tammikuu tammikuuta січ січень січня янв январь января',
  'feb febbraio febr febrero februar februara februari februarie february fev fevereiro fevr fevrier helmi helmikuu ' +
    'helmikuuta lut lutego luty sub subat uno unor unora лют лютии лютого февр февраль февраля',
  'bre brezen brezna maalis maaliskuu maaliskuuta maart mar marc marca march marcius marco marec mars mart martie ' +
    'marts marz marzec marzo mrt бер березень березня мар март марта',
  'abr abril apr april aprila aprile aprilie aprilis avr avril dub duben dubna huhti huhtikuu huhtikuuta kwi ' +
    'kwiecien kwietnia nis nisan апр апрель апреля квіт квітень квітня',
  'kve kveten kvetna mag maggio mai maio maj maja majus may mayo mayıs mei touko toukokuu toukokuuta маи мая трав ' +
    'травень травня',
  'cerven cervna cvn cze czerwca czerwiec giu giugno haz haziran iun iunie juin jun juna june junho juni junio ' +
    'junius kesa kesakuu kesakuuta июн июнь июня черв червень червня',
  'cervence cervenec cvc heina heinakuu heinakuuta iul iulie juil juillet jul jula julho juli julio julius july lip ' +
    'lipca lipiec lug luglio tem temmuz июл июль июля лип липень липня',
  'ago agosto agu agustos aout aug august augusta augusti augustus augusztus elo elokuu elokuuta sie sierpien ' +
    'sierpnia srp srpen srpna авг август августа серп серпень серпня',
  'eyl eylul sep sept september septembra septembre septembrie septiembre set setembro settembre syys syyskuu ' +
    'syyskuuta szept szeptember wrz wrzesien wrzesnia zar zari вер вересень вересня сент сентябрь сентября',
  'eki ekim loka lokakuu lokakuuta oct october octobre octombrie octubre okt oktober oktobra ott ottobre out ' +
    'outubro paz pazdziernik pazdziernika rij rijen rijna жовт жовтень жовтня окт октябрь октября',
  'kas kasım lis listopad listopada listopadu marras marraskuu marraskuuta noiembrie nov november novembra novembre ' +
    'novembro noviembre лист листопад листопада нояб ноябрь ноября',
  'ara aralık dec december decembra decembre decembrie des desember dez dezember dezembro dic dicembre diciembre ' +
    'gru grudnia grudzien joulu joulukuu joulukuuta pro prosince prosinec груд грудень грудня дек декабрь декабря',
];

/** The number of a month by its name. Null if it is none. */
export function monthOf(name: string): number | null {
  const wanted = name
    .normalize('NFKD')
    .replaceAll(/[\p{M}.]/gu, '')
    .toLowerCase();
  const index = names.findIndex((all) => ` ${all} `.includes(` ${wanted} `));
  return index < 0 || wanted === '' ? null : index + 1;
}
