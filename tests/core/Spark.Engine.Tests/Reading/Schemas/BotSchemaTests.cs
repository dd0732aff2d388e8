using System.Reflection;
using System.Text.Json.Nodes;
using Spark.Engine.Reading;
using Spark.Engine.Reading.Actions;
using Spark.Engine.Reading.Dialogs;
using Spark.Engine.Reading.Files;
using Spark.Engine.Reading.Schemas;

namespace Spark.Engine.Tests.Reading.Schemas;

/// <summary>The schemas know what the readers know, and take the bots that the checker takes.</summary>
public sealed class BotSchemaTests
{
    // Of an action's own schema the tests have one; the plugins' are tested with the plugins.
    private static readonly InstalledOffers Installed = Offers.Some;

    // Mistakes that a schema can see, too: in the words, the kinds and the forms of values.
    private static readonly string[] Seen = ["SPK1101", "SPK1102", "SPK1103", "SPK1104", "SPK1107", "SPK1110"];

    // Which time zones and languages there are, the machine knows that runs the bot; a word of other YAML tools is a text like any other.
    private static readonly string[] NotSeen = ["SPK1110-unknown-time-zone", "SPK1110-language-that-there-is-not", "SPK1110-language-in-capitals", "SPK1103-approve-yes", "SPK1107-variable-called-like-a-word-of-expressions"];

    // What was told where a name is declared is not told again where it is used, and a schema sees each file alone.
    private static readonly string[] ToldOnce = ["SPK1107-name-of-a-variable-told-once/dialogs/start.yaml"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Every_verb_and_its_fields_are_those_of_the_readers()
    {
        foreach (var reader in Instances<IStepReader>())
        {
            FormatFields.Steps[reader.Verb].Keys.ShouldBe([reader.Verb, .. reader.Companions], ignoreOrder: true, reader.Verb);
        }

        foreach (var reader in Instances<IDeedReader>())
        {
            FormatFields.Deeds[reader.Verb].Keys.ShouldBe([reader.Verb, .. reader.Companions], ignoreOrder: true, reader.Verb);
        }

        FormatFields.Steps.Count.ShouldBe(Instances<IStepReader>().Count);
        FormatFields.Deeds.Count.ShouldBe(Instances<IDeedReader>().Count);
        FormatFields.AwaitingDeeds.Keys.ShouldBe(AwaitingFields.All, ignoreOrder: true);
    }

    [Theory]
    [InlineData(typeof(BotFileReader), "Fields", "bot")]
    [InlineData(typeof(BotFileReader), "ConnectionFields", "connection")]
    [InlineData(typeof(VariableReader), "Fields", "variable")]
    [InlineData(typeof(DialogFileReader), "Fields", "dialog")]
    [InlineData(typeof(TriggerReader), "Fields", "trigger")]
    [InlineData(typeof(ActionFileReader), "Fields", "action")]
    [InlineData(typeof(ButtonsReader), "Fields", "button")]
    [InlineData(typeof(UnderstandingReader), "Fields", "understanding")]
    [InlineData(typeof(ItemsReader), "Fields", "item")]
    [InlineData(typeof(OffloadReader), "ShareFields", "share")]
    public void Every_mapping_has_the_fields_that_its_reader_allows(Type reader, string table, string mapping)
    {
        var fields = (string[])reader.GetField(table, BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
        FormatFields.Mappings[mapping].Keys.ShouldBe(fields, ignoreOrder: true);
    }

    [Fact]
    public async Task The_demo_bot_and_every_sound_file_of_the_mistakes_are_valid_and_what_a_schema_can_see_is_seen()
    {
        var schemas = new JsonObject(Enum.GetValues<SchemaKind>().Select(kind => KeyValuePair.Create(kind.ToString(), JsonNode.Parse(BotSchema.Write(kind, Installed)))));
        var documents = new JsonArray();
        var expected = new List<(string Name, bool? IsValid)>();
        await AddAsync(Path.Combine(AppContext.BaseDirectory, "it-support"), documents, expected);
        foreach (var folder in Directory.GetDirectories(Path.Combine(AppContext.BaseDirectory, "Reading", "Mistakes")))
        {
            await AddAsync(folder, documents, expected);
        }

        Expect(EveryField.Source, "every-field", documents, expected);
        BotReader.Read(EveryField.Source, Installed).Findings.ShouldNotContain(finding => finding.Level == FindingLevel.Error || finding.Code == FindingCodes.NeverSet);
        var results = await AjvValidator.ValidateAsync(schemas, documents, Token);
        Assert.SkipWhen(results is null, "Node with npm and a registry is needed to validate with Ajv.");
        results!.Count.ShouldBe(expected.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            if (expected[i].IsValid is { } isValid)
            {
                (results[i].Count == 0).ShouldBe(isValid, $"{expected[i].Name}: {string.Join("; ", results[i])}");
            }
        }

        expected.Count(file => file.IsValid == true).ShouldBeGreaterThan(200);
        expected.Count(file => file.IsValid == false).ShouldBeGreaterThan(5);
    }

    // A file without a finding is valid; one with a finding that a schema can see is not; of the others nothing is said.
    private static async Task AddAsync(string folder, JsonArray documents, List<(string Name, bool? IsValid)> expected) =>
        Expect(await BotFolder.LoadAsync(folder, Token), Path.GetFileName(folder), documents, expected);

    private static void Expect(BotSource source, string name, JsonArray documents, List<(string Name, bool? IsValid)> expected)
    {
        var findings = BotReader.Read(source, Offers.Some).Findings;
        foreach (var (path, text) in source.Files)
        {
            if (KindOf(path) is not { } kind || YamlJson.Read(path, text) is not { } document)
            {
                continue;
            }

            documents.Add(new JsonObject { ["kind"] = kind.ToString(), ["document"] = document });
            var own = findings.Where(finding => finding.At.File == path && finding.Level == FindingLevel.Error).ToList();
            expected.Add(($"{name}/{path}", ToldOnce.Contains($"{name}/{path}") ? false : own.Count == 0 ? true : own.Exists(finding => Seen.Contains(finding.Code)) && !NotSeen.Contains(name) ? false : null));
        }
    }

    private static SchemaKind? KindOf(string path) => BotFileKinds.Of(path) switch
    {
        BotFileKind.Bot => SchemaKind.Bot,
        BotFileKind.Dialog => SchemaKind.Dialog,
        BotFileKind.Action => SchemaKind.Action,
        BotFileKind.Intents => SchemaKind.Intents,
        BotFileKind.Intent => SchemaKind.Intent,
        BotFileKind.Locale => SchemaKind.Locale,
        _ => null,
    };

    private static List<T> Instances<T>() => [.. typeof(BotReader).Assembly.GetTypes()
        .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(T)))
        .Select(type => (T)type.GetConstructor(Type.EmptyTypes)!.Invoke(null))];
}
