"""Small made-up files of the shape each data set has at its source: numbers and names are invented."""

from pathlib import Path

from comity.feeds import own_feeds

GED = (
    "id,relid,year,conflict_new_id,side_a,side_b,date_prec,date_start,date_end,where_prec,where_coordinates,"
    "country,country_id,best,high,low,gwnoa,gwnob\n"
    "7,X,1999,11,Government of India,Government of Pakistan,1,1999-05-03 00:00:00.000,1999-05-03 00:00:00.000,1,"
    "Kargil town,India,750,4,9,2,750,770\n"
    '8,Y,1999,12,Government of Myanmar,"Hill, and Valley Army",4,1999-06-01 00:00:00.000,1999-06-30 00:00:00.000,'
    "3,Shan state,Myanmar,775,1,1,1,775,\n"
)
TEXT = {
    "atop": "year,stateA,stateB,dyad,atopally,defense,offense,neutral,nonagg,consul\n"
    "2016,2,732,2732,1,1,0,0,0,1\n2017,2,732,2732,1,1,0,0,0,1\n2018,2,732,2732,1,1,0,0,0,1\n"
    "2016,732,2,2732,1,1,0,0,0,1\n2017,732,2,2732,1,1,0,0,0,1\n2018,732,2,2732,1,1,0,0,0,1\n"
    "2016,710,731,710731,1,1,0,0,1,0\n2016,999,2,9992,1,0,0,0,1,0\n2017,2,710,2710,0,0,0,0,0,0\n",
    "cow-alliances": "version4id,ccode1,state_name1,ccode2,state_name2,dyad_st_year,left_censor,right_censor,"
    "defense,neutrality,nonaggression,entente,year,version\n"
    "5,2,United States,800,Thailand,1954,0,0,0,0,0,1,1954,4.1\n"
    "5,2,United States,800,Thailand,1954,0,0,0,0,0,1,1955,4.1\n"
    "6,2,United States,740,Japan,1954,0,0,1,0,0,0,1956,4.1\n",
    "cow-contiguity": "dyad,state1no,state1ab,state2no,state2ab,conttype,begin,end,notes,version\n"
    "2020,2,USA,20,CAN,1,192001,201612,,3.2\n2040,2,USA,40,CUB,4,190205,201612,,3.2\n",
    "cow-igo": "ccode,year,state,syear,asean,un,zzz,anzus\n"
    "800,1965,THI,x,0,1,-9,0\n800,1966,THI,x,0,1,2,0\n800,1967,THI,x,1,1,2,0\n"
    "2,1965,USA,x,0,1,0,1\n2,1966,USA,x,0,-9,0,1\n2,1967,USA,x,0,1,0,3\n",
    "cow-mid": "disno,dyindex,statea,stateb,strtyr,year,hihost,fatlev,ongoing,new\n"
    "9,1,2,710,2001,2001,3,1,1,1\n9,1,710,750,2001,2002,4,-9,1,0\n",
    "gml-mid": "dispnum,ccode1,ccode2,year,gmlmidonset,gmlmidongoing,fatality,hostlev\n"
    "9,2,710,2001,1,1,0,3\n",
    "cow-nmc": "stateabb,ccode,year,milex,milper,irst,pec,tpop,upop,cinc,version\n"
    "CHN,710,2000,100,50,-9,7,1200,300,0.16,7\nXXX,998,2000,1,1,1,1,1,1,0.1,7\n",
    "cow-trade": "ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2\n"
    "2,710,2014,United States,China,40,-9,41,12\n",
    "desta": "number;base_treaty;name;entry_type;year;entryforceyear;c1;c2;c3\n"
    "1;1;Made-up Pact;base_treaty;2003;2004;4;356;\n2;1;Made-up Pact;accession;2007;2008;524;;\n",
    "mme-exercises": "MMEID,Ex_Name,Series_Name,gwcode,country,year,Location,s.year,s.month,s.day,e.year,e.month,"
    "e.day\n"
    "m1,Tidal Fern 1,Tidal Fern,2,United States,2005,off Guam,2005,8,3,2005,8,xx\n"
    "m2,-9,,732,South Korea,2006,,2006,xx,xx,2006,xx,xx\n"
    "m1,Tidal Fern 1,Tidal Fern,740,Japan,2005,off Guam,2005,8,3,2005,8,xx\n",
    "ucdp-acd": "conflict_id,location,side_a,gwno_a,side_b,gwno_b,incompatibility,year,intensity_level,"
    "type_of_conflict,region\n"
    '5,x,x,"750",x,770,1,1999,1,2,3\n6,x,x,"2, 200",x,645,2,2003,2,2,2\n7,x,x,775,x,,1,1999,1,3,3\n',
    "ucdp-ged": GED,
    "ucdp-candidate": GED,
    "unga-ideal-points": "ccode,iso3c,session,year,IdealPointAll,IdealPointFP,IdealPointLegacy,Q5All,Q95All\n"
    "370,BLR,5,1950,-2.5,-2.4,NA,-2.9,-2.1\n2,USA,5,1950,2.5,2.4,2.2,2.1,2.9\n",
    "unga-votes": "rcid,ccode,member,vote,session,year,date,unres\n"
    "3,2,1,1,1,1946,1946-01-01,R/1\n3,710,1,8,1,1946,1946-01-01,R/1\n3,20,1,3,1,1946,1946-01-01,R/1\n",
    "vdem-polyarchy": "country_name,country_text_id,year,COWcode,v2x_polyarchy,v2x_polyarchy_codelow,"
    "v2x_polyarchy_codehigh\nJapan,JPN,1950,740,0.6,0.5,0.7\nHanover,HNV,1800,,0.1,0.1,0.1\n",
    "icews": "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\t"
    "Target Name\tTarget Sectors\tTarget Country\tStory ID\tCity\tCountry\n"
    "1\t2012-03-04\tA Minister\t\tRussian Federation\tMake a visit\t042\t1.9\tB President\t\tChina\t9\tBeijing\tChina\n"
    '2\t2012-03-05\tFarm "Union\t\t\tProtest\t140\t-6\tPolice\t\tIndia\t9\tDelhi\tIndia\n'
    "3\t2012-03-05\tX\t\tChina\t?\t99\t0\tY\t\tIndia\t9\tDelhi\tIndia\n",
    "polecat": "Event ID\tEvent Date\tEvent Type\tEvent Mode\tActor Name\tActor Country\tRecipient Name\tRecipient Country"
    "\tPlacename\n"
    "a\t2020-01-02\tCONSULT\tvisit\tA\tAUS\tB\tIDN\tJakarta\nb\t2020-01-03\tACCUSE\tdisapprove\tA\tUSA;JPN\tB\tPRK\t\n",
    "table": "series,a,b,start,end,value,unit\ncalls,China,RUS,2019-01,2019-01,4,calls\ncalls,CHN,Japan,2019-01,,,calls\n",
}


def gdelt(version: int) -> str:
    """Return two rows of a daily file, without a header, every column in its place."""
    header = own_feeds()[f"gdelt-{version}"].header
    lines = []
    for number, (a, b, code) in enumerate(
        (("CHN", "USA", "0411"), ("", "EUR", "112"), ("", "", "010"))
    ):
        cells = dict.fromkeys(header, "")
        cells |= {"GLOBALEVENTID": str(number), "SQLDATE": "20160903", "EventCode": code}
        cells |= {"Actor1CountryCode": a, "Actor2CountryCode": b, "ActionGeo_FullName": "Hangzhou"}
        lines.append("\t".join(cells.values()))
    return "\n".join(lines) + "\n"


def write_sample(feed: str, folder: Path) -> Path:
    """Write the made-up file of a feed and return its path."""
    text = gdelt(int(feed[-1])) if feed.startswith("gdelt") else TEXT[feed]
    if feed == "desta":
        text = text.replace(";", ",")
    path = folder / f"{feed}.csv"
    path.write_text(text, encoding="utf-8")
    return path
