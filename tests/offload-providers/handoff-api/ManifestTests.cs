using System.Reflection;
using System.Text.Json;
using Spark.Settings;

namespace Spark.Offload.HandoffApi.Tests;

/// <summary>The form that operators fill in says what the settings say.</summary>
public sealed class ManifestTests
{
    private static readonly PropertyInfo[] Settings =
        [.. typeof(HandoffOffloadSettings).GetProperties().Where(property => property.IsDefined(typeof(SettingAttribute)))];

    [Fact]
    public void The_schema_names_exactly_the_settings_and_says_what_they_say()
    {
        var schema = File("settings.schema.json").GetProperty("properties");
        schema.EnumerateObject().Select(field => field.Name).ShouldBe(Settings.Select(NameOf), ignoreOrder: true);
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
    public void The_defaults_of_the_schema_are_the_settings()
    {
        var none = new HandoffOffloadSettings();
        foreach (var setting in Settings)
        {
            var field = File("settings.schema.json").GetProperty("properties").GetProperty(NameOf(setting));
            var written = field.TryGetProperty("default", out var value) ? JsonElement.Parse(value.GetRawText()).GetRawText() : "null";
            JsonSerializer.Serialize(setting.GetValue(none)).ShouldBe(written.Replace(", ", ",", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_manifest_names_the_assembly() =>
        File("plugin.json").GetProperty("assembly").GetString().ShouldBe(typeof(HandoffOffloadSettings).Assembly.GetName().Name + ".dll");

    private static JsonElement File(string name) =>
        JsonElement.Parse(System.IO.File.ReadAllText(Path.Combine(Root(AppContext.BaseDirectory), "artifacts", "plugins", "offload-provider", "handoff-api", "0.1.0", name)));

    private static string Root(string folder) =>
        System.IO.File.Exists(Path.Combine(folder, "Spark.sln")) ? folder : Root(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("Spark.sln"));

    private static string NameOf(PropertyInfo setting) => JsonNamingPolicy.CamelCase.ConvertName(setting.Name);
}
