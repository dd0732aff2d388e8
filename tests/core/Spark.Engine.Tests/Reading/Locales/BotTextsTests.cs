using Spark.Engine.Reading;
using Spark.Engine.Reading.Locales;

namespace Spark.Engine.Tests.Reading.Locales;

/// <summary>Translations go to a translator and come back; what falls behind is known.</summary>
public sealed class BotTextsTests
{
    private const string Bot = "spark: 1\nbot: tiny\nlanguages: [en, nl]\nevents: { started: start }\n";

    private static readonly string[] Letters =
        ["a", "Z", "é", "ß", "中", "😀", " ", " ", "\n", "\t", "\"", "'", ",", ";", ":", "#", "-", "!", "&", "*", "|", ">", "%", "@", "`", "<", "\\", "[", "]", "?", "=", "true", "null", "12", "{{", "}}", "\u00A0", "\r\n"];

    [Fact]
    public void Missing_and_stale_translations_are_told_apart()
    {
        var locked = BotTexts.Read(Source("Hello", "start.hi: Hallo\n")).Lock(new HashSet<string>());
        States(Source("Hello", "start.hi: Hallo\n", locked)).ShouldBe([TranslationState.Translated]);
        States(Source("Hello", "start.other: Hallo\n", locked)).ShouldBe([TranslationState.Missing]);
        States(Source("Hello again", "start.hi: Hallo\n", locked)).ShouldBe([TranslationState.Stale]);
        States(Source("Hello again", "start.hi: Hallo weer\n", locked)).ShouldBe([TranslationState.Translated]);
    }

    [Fact]
    public void Locking_anew_blesses_nothing_that_is_stale_unless_it_is_named()
    {
        var locked = BotTexts.Read(Source("Hello", "start.hi: Hallo\n")).Lock(new HashSet<string>());
        var changed = Source("Hello again", "start.hi: Hallo\n", locked);

        var again = BotTexts.Read(changed).Lock(new HashSet<string>());
        again.ShouldBe(locked);
        var accepted = BotTexts.Read(changed).Lock(new HashSet<string>(StringComparer.Ordinal) { "start.hi" });
        States(Source("Hello again", "start.hi: Hallo\n", accepted)).ShouldBe([TranslationState.Translated]);
    }

    [Fact]
    public void A_translation_that_is_its_original_is_told_until_somebody_says_that_it_is_meant_so()
    {
        var copied = Source("Please call the desk", "start.hi: Please call the desk\n");
        BotTexts.Read(copied).Copied("nl").ShouldBe(["start.hi"]);

        // Locking everything is no word about this one, and neither is a file that comes back from a translator as it went.
        var locked = BotTexts.Read(copied).Lock(new HashSet<string>());
        Copies("Please call the desk", locked).ShouldBe(["locales/nl.yaml:1:1"]);
        var back = BotTexts.Read(copied).Import(new("nl", [new("start.hi", "Please call the desk", "Please call the desk")]));
        Copies("Please call the desk", back.Files["locales/.lock"]).ShouldBe(["locales/nl.yaml:1:1"]);

        var accepted = BotTexts.Read(copied).Lock(new HashSet<string>(StringComparer.Ordinal) { "start.hi" });
        Copies("Please call the desk", accepted).ShouldBeEmpty();
        BotTexts.Read(Source("Please call the desk", "start.hi: Please call the desk\n", accepted)).Lock(new HashSet<string>()).ShouldBe(accepted);
        Copies("Please call us at the desk", accepted).ShouldBe(["locales/nl.yaml:1:1"]);
    }

    [Theory]
    [InlineData("Hello")]
    [InlineData("Microsoft Teams")]
    [InlineData("Visual Studio Code")]
    [InlineData("'https://acme.example/help/of/the/desk'")]
    [InlineData("'{sys.user.name}: {sys.user.email}'")]
    [InlineData("'+32 2 555 12 12'")]
    [InlineData("OK")]
    [InlineData("Wifi, VPN en printer")]
    public void What_is_the_same_in_both_languages_by_its_nature_is_no_copy(string text) => Copies(text).ShouldBeEmpty();

    private static IEnumerable<string> Copies(string text, string locked = "") => BotReader
        .Read(Source(text, $"start.hi: {text}\n", locked), Offers.None).Findings
        .Where(finding => finding.Code == FindingCodes.CopiedTranslation)
        .Select(finding => finding.At.ToString());

    [Fact]
    public void A_file_that_no_translator_has_touched_and_a_lock_of_nothing_leave_a_bot_that_reads()
    {
        var files = new Dictionary<string, string>(Source("Hello", "").Files, StringComparer.Ordinal);
        files.Remove("locales/nl.yaml");
        files.Remove("locales/.lock");
        var texts = BotTexts.Read(new("tiny", files));
        var sent = TranslationCsv.Write("en", "nl", texts.In("nl"));
        var result = texts.Import(TranslationCsv.Read(sent, "en", "nl"));
        (result.Changed, result.Files.Count).ShouldBe((0, 0));

        files["locales/.lock"] = texts.Lock(new HashSet<string>());
        BotReader.Read(new("tiny", files), Offers.None).Findings.ShouldAllBe(finding => finding.Code == FindingCodes.Untranslated);
    }

    [Fact]
    public void A_lock_is_no_part_of_the_version()
    {
        var without = BotReader.Read(Source("Hello", "start.hi: Hallo\n"), Offers.None).Bot!.Version;
        BotReader.Read(Source("Hello", "start.hi: Hallo\n", "nl:\n  start.hi: 0123456789abcdef 0123456789abcdef\n"), Offers.None).Bot!.Version.ShouldBe(without);
    }

    [Fact]
    public void A_translation_of_a_text_that_changed_meanwhile_is_stale_from_the_beginning()
    {
        var csv = TranslationCsv.Write("en", "nl", BotTexts.Read(Source("Hello", "x: y\n")).In("nl")).Replace(",,", ",Hallo,", StringComparison.Ordinal);
        var now = Source("Hello again", "x: y\n");

        var result = BotTexts.Read(now).Import(TranslationCsv.Read(csv, "en", "nl"));

        result.Outdated.ShouldBe(["start.hi"]);
        States(With(now, result)).ShouldBe([TranslationState.Stale]);
    }

    [Fact]
    public void An_import_keeps_comments_and_order_and_the_lines_that_do_not_change()
    {
        const string Before = "# Greetings\nstart.hi: Hallo   # short\n\n# Old\nstart.bye: |\n  Tot\n  ziens\nstart.end: 'Dag'\n";
        var source = Source("Hello", Before, "", "  - { id: bye, say: Bye }\n  - { id: end, say: End }\n  - { id: new, say: New }\n");
        var texts = BotTexts.Read(source);

        var result = texts.Import(new("nl", [new("start.hi", "Hello", "Hoi: jij"), new("start.bye", null, "Doei"), new("start.new", null, "Nieuw"), new("start.gone", null, "Weg")]));

        result.Files["locales/nl.yaml"].ShouldBe("# Greetings\nstart.hi: 'Hoi: jij'   # short\n\n# Old\nstart.bye: Doei\nstart.end: 'Dag'\nstart.new: Nieuw\n");
        result.Unknown.ShouldBe(["start.gone"]);
        result.Changed.ShouldBe(3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_exported_and_imported_is_the_same_whatever_it_says(bool isCsv)
    {
        var random = new Random(11);
        for (var i = 0; i < 400; i++)
        {
            var original = $"The text {i}";
            var translation = string.Concat(Enumerable.Range(0, random.Next(1, 24)).Select(_ => Letters[random.Next(Letters.Length)]));
            var texts = new List<TranslatedText> { new("start.hi", original, translation, TranslationState.Translated) };
            var import = isCsv
                ? TranslationCsv.Read(TranslationCsv.Write("en", "nl", texts), "en", "nl")
                : TranslationXliff.Read(TranslationXliff.Write("tiny", "en", "nl", texts));
            import.Texts.ShouldHaveSingleItem().ShouldBe(new("start.hi", original, translation));

            // And through the bot's own file, into which it is written.
            var source = Source(original, "# nothing yet\n");
            var imported = With(source, BotTexts.Read(source).Import(import));
            BotTexts.Read(imported).In("nl").ShouldHaveSingleItem().Translation.ShouldBe(translation, imported.Files["locales/nl.yaml"]);
        }
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\")", "'=HYPERLINK")]
    [InlineData("@SUM(A1)", "'@SUM")]
    [InlineData("+32 2 555 12 12", "'+32")]
    [InlineData("- one\n- two", "'- one")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'=1", "''=1")]
    [InlineData("'s morgens", "'s morgens")]
    public void A_text_is_no_formula_for_a_spreadsheet_and_comes_back_as_it_was(string text, string cell)
    {
        var csv = TranslationCsv.Write("en", "nl", [new("start.hi", text, text, TranslationState.Translated)]);

        csv.ShouldContain(cell);
        csv.Split("start.hi,")[1].TrimStart('"').ShouldStartWith(cell);
        TranslationCsv.Read(csv, "en", "nl").Texts.ShouldHaveSingleItem().ShouldBe(new("start.hi", text, text));
    }

    [Fact]
    public void Csv_with_semicolons_and_a_byte_order_mark_is_read()
    {
        var import = TranslationCsv.Read("\uFEFFkey;en;nl;state\r\nstart.hi;Hello;\"Hoi; jij\";missing\r\n", "en", "nl");
        import.Texts.ShouldHaveSingleItem().ShouldBe(new("start.hi", "Hello", "Hoi; jij"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("key,fr\n")]
    [InlineData("key,nl\n\"never closed\n")]
    public void A_csv_that_is_none_is_refused_in_words(string csv) =>
        Should.Throw<FormatException>(() => TranslationCsv.Read(csv, "en", "nl")).Message.Length.ShouldBeGreaterThan(10);

    [Theory]
    [InlineData("not xml")]
    [InlineData("<xliff version=\"1.2\"/>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a 'aaaa'>]><xliff xmlns='urn:oasis:names:tc:xliff:document:1.2'><file target-language='nl'>&a;</file></xliff>")]
    public void An_xliff_that_is_none_is_refused_in_words(string xliff) =>
        Should.Throw<FormatException>(() => TranslationXliff.Read(xliff)).Message.Length.ShouldBeGreaterThan(10);

    private static IEnumerable<TranslationState> States(BotSource source) => BotTexts.Read(source).In("nl").Select(text => text.State);

    private static BotSource With(BotSource source, ImportResult result)
    {
        var files = source.Files.ToDictionary(StringComparer.Ordinal);
        foreach (var (path, text) in result.Files)
        {
            files[path] = text;
        }

        return source with { Files = files };
    }

    private static BotSource Source(string hello, string locale, string locked = "", string more = "") => new("tiny", new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bot.yaml"] = Bot,
        ["dialogs/start.yaml"] = $"dialog: start\nsteps:\n  - {{ id: hi, say: {hello} }}\n{more}",
        ["locales/nl.yaml"] = locale,
        ["locales/.lock"] = locked,
    });
}
