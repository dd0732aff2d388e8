using System.Reflection;
using System.Text.Json;
using Spark.Offload.SparkcentralQueue.Tests.Support;
using Spark.Settings;

namespace Spark.Offload.SparkcentralQueue.Tests;

public sealed class SettingsTests
{
    private static readonly PropertyInfo[] Settings =
        [.. typeof(SparkcentralQueueSettings).GetProperties().Where(property => property.IsDefined(typeof(SettingAttribute)))];

    [Fact]
    public void The_plugin_offers_the_provider_of_its_manifest()
    {
        var offers = new Manifest();

        new SparkcentralQueuePlugin().Configure(offers);

        offers.Providers.ShouldBe([(Manifest.File("plugin.json").GetProperty("id").GetString()!, OffloadKind.Owner)]);
    }

    [Fact]
    public void The_folder_holds_the_plugin_and_not_the_contract()
    {
        var files = Directory.GetFiles(Manifest.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

        files.ShouldBe(
        [
            "README.md",
            "Spark.Offload.SparkcentralQueue.deps.json",
            Manifest.File("plugin.json").GetProperty("assembly").GetString(),
            "Spark.Offload.SparkcentralQueue.runtimeconfig.json",
            "plugin.json",
            "settings.schema.json",
        ]);
    }

    [Fact]
    public void The_schema_says_what_the_settings_say()
    {
        var schema = Manifest.File("settings.schema.json").GetProperty("properties");

        schema.EnumerateObject().Select(field => field.Name).ShouldBe(Settings.Select(NameOf), ignoreOrder: true);
        foreach (var setting in Settings)
        {
            var label = setting.GetCustomAttribute<SettingAttribute>()!;
            schema.GetProperty(NameOf(setting)).GetProperty("title").GetString().ShouldBe(label.Label);
            schema.GetProperty(NameOf(setting)).GetProperty("description").GetString().ShouldBe(label.Help);
        }
    }

    [Fact]
    public void The_defaults_of_the_schema_are_the_records()
    {
        var defaults = Manifest.File("settings.schema.json").GetProperty("properties").EnumerateObject()
            .ToDictionary(field => field.Name, field => field.Value.GetProperty("default"), StringComparer.Ordinal);

        foreach (var settings in new[] { Manifest.Settings("{}"), Manifest.Settings(JsonSerializer.Serialize(defaults)) })
        {
            settings.Channel.ShouldBe("sparkcentral");
            settings.Topics.ShouldBeEmpty();
            settings.Attributes.ShouldBeEmpty();
            settings.Note.ShouldBeTrue();
        }
    }

    [Fact]
    public void All_settings_are_read()
    {
        var settings = Manifest.Settings("""{"channel":"support","topics":["Chatbot"],"attributes":{"account_number":"account"},"note":false}""");

        settings.Channel.ShouldBe("support");
        settings.Topics.ShouldBe(["Chatbot"]);
        settings.Attributes["account_number"].ShouldBe("account");
        settings.Note.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"channel":" "}""", "channel is empty")]
    [InlineData("""{"topics":null}""", "topics must be")]
    [InlineData("""{"topics":[""]}""", "topics must be")]
    [InlineData("""{"attributes":null}""", "attributes must give")]
    [InlineData("""{"attributes":{"account-number":"account"}}""", "'account-number' is not an alias")]
    [InlineData("""{"attributes":{"account_number":""}}""", "'account_number' needs the name of a variable")]
    public void A_mistake_is_refused_with_a_sentence(string json, string sentence) =>
        Should.Throw<ArgumentException>(() => new TestQueue(Manifest.Settings(json))).Message.ShouldContain(sentence);

    [Fact]
    public void All_mistakes_are_named_at_once()
    {
        var exception = Should.Throw<ArgumentException>(() => new TestQueue(Manifest.Settings("""{"channel":"","topics":null}""")));

        exception.Message.ShouldContain("channel is empty");
        exception.Message.ShouldContain("topics must be");
    }

    private static string NameOf(PropertyInfo setting) => JsonNamingPolicy.CamelCase.ConvertName(setting.Name);
}
