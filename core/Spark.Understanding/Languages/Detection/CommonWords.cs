namespace Spark.Understanding.Languages.Detection;

/// <summary>The words that sentences of a language can hardly do without, the most common first: by them a language is known.</summary>
internal static class CommonWords
{
    public static readonly IReadOnlyDictionary<string, string> ByLanguage = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = "the to and of a I you is it that in my not for can on have do with what this be are was how me your at but we if from "
            + "or an has will would when there they which does no please want need know get where who why been did she he his her our their "
            + "could should about just like any some more all out up am them were been had now its into than then only also new work working "
            + "help thank thanks account problem still after before because something anything nothing someone does doesn't don't can't won't "
            + "i'm i've it's that's isn't please tell show make find use time day today tomorrow yesterday week money card order "
            + "change open close send received waiting long again back first last one two three right good much many very too over off",
        ["nl"] = "de het een ik en is van niet dat je te in op mijn die voor er met zijn aan wat als maar om heb hoe ook naar kan bij dit "
            + "was ze we hij wel nog geen u me kunnen moet uit door wordt worden heeft hebben ben bent wil waar waarom wanneer wie welke "
            + "uw jullie hun haar ons onze over dan nu meer al zo toch deze daar hier alleen weer kun kunt zou zal moeten graag gaat gaan doen "
            + "doet werkt werken iets iemand niets altijd nooit vandaag morgen gisteren week dag alsjeblieft alstublieft bedankt dank "
            + "probleem rekening bestelling kaart geld veranderen wijzigen ontvangen sturen nieuw nieuwe mijne zonder tot want omdat "
            + "toen nadat eerst laatste goed veel heel erg te beetje jaar tijd weten vragen zeggen krijgen komen zien maken staan zitten",
        ["fr"] = "de la le et les je des un une est que pas à en il vous mon ne pour ma ce dans qui du sur au plus avec me j'ai mais comment "
            + "mes c'est se on par tu nous votre son sa elle sont cette suis ai avez fait peut puis où quand pourquoi quel quelle qu'est-ce "
            + "si ou tout tous faire être avoir aussi bien très encore toujours jamais rien aucun quelque quelqu'un leur ils ses aux ces "
            + "n'est n'ai l'ai d'un d'une peux pouvez voudrais veux veut faut dois doit merci s'il plaît bonjour compte problème commande "
            + "carte argent changer recevoir reçu envoyer nouveau nouvelle sans depuis après avant parce aujourd'hui demain hier semaine jour "
            + "fonctionne marche aide besoin temps fois deux trois premier dernière même moi toi lui était alors donc chez vers entre",
        ["de"] = "ich die der und nicht das ist zu in ein es sie mit mir den mein wie auf eine kann was für habe meine dem bei an von im "
            + "wir du er so dass auch sich aber als wenn noch nach aus werden wird hat haben sind bin war nur oder um am einen einem einer "
            + "uns euch ihr ihre ihnen ihren seine kein keine keinen mehr schon immer nie heute morgen gestern woche tag bitte danke warum "
            + "wo wann wer welche welcher wurde können möchte will muss soll sollte könnte müssen machen macht gibt geht gehen funktioniert "
            + "problem konto bestellung karte geld ändern bekommen senden neue neues neuen ohne bis weil damit dann denn doch jetzt hier da "
            + "etwas jemand nichts alles sehr viel gut erste letzte jahr zeit wissen sagen sehen lassen stehen kommen über unter vor zwischen",
        ["es"] = "de que no la el en y a los mi un se por lo es una con para me las cómo qué está como pero su al más del yo tu si he "
            + "puedo tengo ha esta este le ya o muy hay son ser estoy quiero cuando dónde por qué quién cuál porque sin sobre también hasta "
            + "desde nos mis sus nuestro ella ellos usted ustedes eso esto ese esa era fue han sido tiene tienen hacer hace puede pueden "
            + "necesito podría debo favor gracias hola cuenta problema pedido tarjeta dinero cambiar recibir recibido enviar nuevo nueva "
            + "todavía nunca siempre nada algo alguien todo todos hoy mañana ayer semana día funciona ayuda tiempo vez dos tres primero "
            + "último mismo después antes entonces ahora aquí allí bien mucho otra otro cada entre hacia unos unas ni ir voy va",
        ["it"] = "di che non la il e è un per a mi in una con ho i le sono del si mio come lo ma da al della mia se più cosa nel alla "
            + "questo questa anche posso ha ci ti io tu lei lui noi voi loro gli dei delle degli nella sul sulla dal dalla hai abbiamo hanno "
            + "essere avere fare quando dove perché chi quale quanto senza ancora già sempre mai niente qualcosa qualcuno tutto tutti molto "
            + "vorrei voglio devo deve può potete favore grazie ciao buongiorno conto problema ordine carta soldi cambiare ricevere ricevuto "
            + "inviare nuovo nuova dopo prima oggi domani ieri settimana giorno funziona aiuto bisogno tempo volta due tre primo ultimo "
            + "stesso stato stata era erano quello quella suo sua suoi miei nostro poi ora adesso qui lì bene altro ogni tra fra verso c'è dell'",
        ["pt"] = "de que não o a e do da em um para é eu uma os no meu com se me por na mais as dos como minha mas foi ao ele das tem à "
            + "seu sua ou quando muito já está também só pelo pela até isso ela entre era depois sem mesmo aos ter seus quem nas meus esse "
            + "eles estou você tinha foram essa num nem suas às minhas têm numa pelos havia seja qual será nós tenho lhe deles fosse posso "
            + "quero preciso pode podem fazer fiz onde porque porquê cartão conta problema encomenda pedido dinheiro mudar receber recebi "
            + "enviar novo nova ainda nunca sempre nada algo alguém tudo todos hoje amanhã ontem semana dia funciona ajuda obrigado obrigada "
            + "olá favor tempo vez dois três primeiro último antes então agora aqui ali bem outro outra cada vou vai são estão este esta isto",
    };
}
