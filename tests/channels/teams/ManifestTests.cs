using System.Reflection;
using System.Text.Json;
using Spark.Channels.Teams.Tests.Support;
using Spark.Settings;

namespace Spark.Channels.Teams.Tests;

public sealed class ManifestTests
{
    private static readonly PropertyInfo[] Settings =
        [.. typeof(TeamsSettings).GetProperties().Where(property => property.IsDefined(typeof(SettingAttribute)))];

    [Fact]
    public void The_plugin_offers_the_channel_of_its_manifest()
    {
        var offers = new Manifest();

        new TeamsPlugin().Configure(offers);

        offers.Channels.ShouldBe([Manifest.File("plugin.json").GetProperty("id").GetString()!]);
    }

    [Fact]
    public void The_folder_holds_the_plugin_and_not_the_contract()
    {
        var files = Directory.GetFiles(Manifest.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

        // The runtime configuration comes with EnableDynamicLoading; the host does not read it.
        files.ShouldBe(
        [
            "Microsoft.IdentityModel.JsonWebTokens.dll",
            "Microsoft.IdentityModel.Logging.dll",
            "Microsoft.IdentityModel.Tokens.dll",
            "README.md",
            "Spark.Channels.Teams.deps.json",
            Manifest.File("plugin.json").GetProperty("assembly").GetString(),
            "Spark.Channels.Teams.runtimeconfig.json",
            "plugin.json",
            "settings.schema.json",
        ]);
    }

    [Fact]
    public void The_schema_names_exactly_the_settings()
    {
        var schema = Manifest.File("settings.schema.json").GetProperty("properties");

        schema.EnumerateObject().Select(field => field.Name).ShouldBe(Settings.Select(NameOf), ignoreOrder: true);
    }

    [Fact]
    public void The_schema_says_what_the_settings_say()
    {
        var schema = Manifest.File("settings.schema.json").GetProperty("properties");
        foreach (var setting in Settings)
        {
            var field = schema.GetProperty(NameOf(setting));
            var label = setting.GetCustomAttribute<SettingAttribute>()!;
            field.GetProperty("title").GetString().ShouldBe(label.Label);
            field.GetProperty("description").GetString().ShouldBe(label.Help);
            field.TryGetProperty("writeOnly", out _).ShouldBe(setting.IsDefined(typeof(SecretAttribute)), setting.Name);
        }
    }

    [Fact]
    public void The_defaults_and_choices_of_the_schema_are_the_records()
    {
        var schema = Manifest.File("settings.schema.json").GetProperty("properties");
        var defaults = schema.EnumerateObject()
            .Where(field => field.Value.TryGetProperty("default", out _))
            .ToDictionary(field => field.Name, field => field.Value.GetProperty("default"), StringComparer.Ordinal);

        JsonSerializer.Serialize(Manifest.Settings(JsonSerializer.Serialize(defaults)), Manifest.Reader).ShouldBe(JsonSerializer.Serialize(new TeamsSettings(), Manifest.Reader));
        JsonSerializer.Serialize(Manifest.Settings("{}"), Manifest.Reader).ShouldBe(JsonSerializer.Serialize(new TeamsSettings(), Manifest.Reader));
        foreach (var name in new[] { "authentication", "cloud" })
        {
            var choices = schema.GetProperty(name).GetProperty("enum").EnumerateArray().Select(choice => JsonSerializer.Serialize(Manifest.Settings($$"""{"{{name}}":{{choice.GetRawText()}}}"""), Manifest.Reader));
            choices.Distinct(StringComparer.Ordinal).Count().ShouldBe(2);
        }
    }

    private static string NameOf(PropertyInfo setting) => JsonNamingPolicy.CamelCase.ConvertName(setting.Name);
}
