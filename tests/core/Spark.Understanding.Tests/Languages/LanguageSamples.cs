namespace Spark.Understanding.Tests.Languages;

/// <summary>Sentences of five words or more, written for this test: what people say to help desks, shops, offices and one another.</summary>
internal static class LanguageSamples
{
    public static readonly IReadOnlyDictionary<string, string[]> ByLanguage = new Dictionary<string, string[]>
    {
        ["en"] =
        [
            "My laptop shuts down whenever I unplug it", "Could someone look at the coffee machine upstairs", "The parcel arrived damaged and half empty",
            "Which train leaves earliest for Brighton", "She booked three rooms near the harbour", "Nobody picks up when calling reception",
            "Let me know if lunch is still happening", "Our meeting got moved to Thursday afternoon", "Is there a vegetarian option available",
            "Please forward these invoices to accounting", "His keyboard types double letters constantly", "Where do visitors park their cars here",
            "I'd rather return both shirts than exchange them", "Every printer on this floor seems broken", "Do refunds usually take that long",
            "We moved house and need another router", "Can my colleague borrow the projector tonight", "The website keeps showing an error page",
            "Your technician never showed up yesterday", "How many holidays have I got left",
        ],
        ["nl"] =
        [
            "Mijn laptop valt telkens uit zonder stroom", "Kan er iemand naar het koffieapparaat kijken", "Het pakje kwam beschadigd en halfleeg aan",
            "Welke trein vertrekt het vroegst naar Gent", "Zij boekte drie kamers vlak bij de haven", "Niemand neemt op als ik de receptie bel",
            "Laat even weten of de lunch doorgaat", "Onze vergadering is verplaatst naar donderdagmiddag", "Is er ook een vegetarische maaltijd",
            "Stuur deze facturen door naar de boekhouding", "Zijn toetsenbord typt steeds dubbele letters", "Waar parkeren bezoekers hier hun auto",
            "Liever breng ik beide hemden terug", "Alle printers op deze verdieping lijken kapot", "Duurt een terugbetaling altijd zo lang",
            "Wij zijn verhuisd en zoeken een router", "Mag mijn collega vanavond de beamer lenen", "De website toont voortdurend een foutmelding",
            "Jullie monteur is gisteren nooit gekomen", "Hoeveel vakantiedagen heb ik nog over",
        ],
        ["fr"] =
        [
            "Mon ordinateur s'éteint dès que je le débranche", "Quelqu'un pourrait regarder la machine à café", "Le colis est arrivé abîmé et à moitié vide",
            "Quel train part le plus tôt pour Lyon", "Elle a réservé trois chambres près du port", "Personne ne décroche à la réception",
            "Dites-moi si le déjeuner tient toujours", "Notre réunion a été déplacée à jeudi", "Y a-t-il un plat végétarien disponible",
            "Merci de transmettre ces factures au comptable", "Son clavier tape chaque lettre deux fois", "Où les visiteurs peuvent-ils se garer ici",
            "Je préfère rendre les deux chemises", "Toutes les imprimantes de l'étage semblent cassées", "Un remboursement prend-il toujours aussi longtemps",
            "Nous avons déménagé et cherchons un routeur", "Ma collègue peut-elle emprunter le projecteur ce soir", "Le site affiche sans arrêt une erreur",
            "Votre technicien n'est jamais venu hier", "Combien de jours de congé me reste-t-il",
        ],
        ["de"] =
        [
            "Mein Rechner geht ohne Netzteil sofort aus", "Könnte jemand nach der Kaffeemaschine schauen", "Das Paket kam beschädigt und halb leer an",
            "Welcher Zug fährt am frühesten nach Bremen", "Sie buchte drei Zimmer nahe am Hafen", "Am Empfang hebt niemand den Hörer ab",
            "Sag Bescheid ob das Mittagessen stattfindet", "Unsere Besprechung wurde auf Donnerstag verschoben", "Gibt es auch etwas Vegetarisches zu essen",
            "Leiten Sie diese Rechnungen an die Buchhaltung weiter", "Seine Tastatur schreibt ständig doppelte Buchstaben", "Wo parken Besucher hier ihre Autos",
            "Ich gebe lieber beide Hemden zurück", "Alle Drucker auf diesem Stockwerk scheinen kaputt", "Dauert eine Erstattung immer so lange",
            "Wir sind umgezogen und suchen einen Router", "Darf meine Kollegin heute Abend den Beamer ausleihen", "Die Webseite zeigt dauernd eine Fehlermeldung",
            "Ihr Techniker ist gestern nicht erschienen", "Wie viele Urlaubstage habe ich übrig",
        ],
        ["es"] =
        [
            "Mi portátil se apaga cuando lo desenchufo", "Alguien podría mirar la máquina de café", "El paquete llegó dañado y medio vacío",
            "Qué tren sale más temprano hacia Sevilla", "Ella reservó tres habitaciones cerca del puerto", "Nadie contesta cuando llamo a recepción",
            "Avísame si sigue en pie la comida", "Nuestra reunión se ha movido al jueves", "Hay alguna opción vegetariana en el menú",
            "Reenvíe estas facturas al departamento de contabilidad", "Su teclado escribe todas las letras dobles", "Dónde aparcan sus coches los visitantes",
            "Prefiero devolver las dos camisas azules", "Todas las impresoras de esta planta parecen rotas", "Los reembolsos siempre tardan tanto tiempo",
            "Nos mudamos y necesitamos otro enrutador", "Puede mi compañera usar el proyector esta noche", "La página web muestra errores constantemente",
            "Su técnico no apareció ayer por la tarde", "Cuántos días de vacaciones me quedan",
        ],
        ["it"] =
        [
            "Il mio portatile si spegne senza corrente", "Qualcuno potrebbe guardare la macchina del caffè", "Il pacco è arrivato rovinato e mezzo vuoto",
            "Quale treno parte prima per Firenze", "Lei ha prenotato tre camere vicino al porto", "Nessuno risponde quando chiamo la portineria",
            "Fammi sapere se il pranzo si fa", "La nostra riunione è stata spostata a giovedì", "Ci sono piatti vegetariani nel menù",
            "Inoltri queste fatture all'ufficio contabilità", "La sua tastiera scrive le lettere doppie", "Dove parcheggiano le auto i visitatori",
            "Preferisco restituire entrambe le camicie", "Tutte le stampanti del piano sembrano rotte", "I rimborsi richiedono sempre così tanto tempo",
            "Abbiamo traslocato e ci serve un altro router", "La mia collega può usare il proiettore stasera", "Il sito mostra continuamente un errore",
            "Il vostro tecnico ieri non si è presentato", "Quanti giorni di ferie mi restano",
        ],
        ["pt"] =
        [
            "O meu portátil desliga-se quando tiro o cabo", "Alguém poderia ver a máquina de café", "A encomenda chegou danificada e meio vazia",
            "Qual comboio parte mais cedo para o Porto", "Ela reservou três quartos perto do cais", "Ninguém atende quando ligo para a receção",
            "Avisa-me se o almoço ainda vai acontecer", "A nossa reunião foi adiada para quinta", "Há alguma opção vegetariana no cardápio",
            "Encaminhe estas faturas para a contabilidade", "O teclado dele escreve letras a dobrar", "Onde é que os visitantes estacionam os carros",
            "Prefiro devolver as duas camisas azuis", "Todas as impressoras deste andar parecem avariadas", "Os reembolsos demoram sempre tanto tempo",
            "Mudámos de casa e precisamos de outro roteador", "A minha colega pode usar o projetor hoje à noite", "O site mostra um erro constantemente",
            "O vosso técnico não apareceu ontem", "Quantos dias de férias ainda me restam",
        ],
    };
}
