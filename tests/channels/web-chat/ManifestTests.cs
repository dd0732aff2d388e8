using System.Reflection;
using System.Text.Json;
using Spark.Channels.WebChat.Tests.Support;
using Spark.Settings;

namespace Spark.Channels.WebChat.Tests;

public sealed class ManifestTests
{
    private static readonly PropertyInfo[] Settings =
        [.. typeof(WebChatSettings).GetProperties().Where(property => property.IsDefined(typeof(SettingAttribute)))];

    private static JsonElement Schema => PluginFolder.Json("settings.schema.json").GetProperty("properties");

    [Fact]
    public void The_plugin_offers_the_channel_of_its_manifest()
    {
        var offers = new Offers("{}", services: null);

        new WebChatPlugin().Configure(offers);

        offers.Channels.ShouldBe([PluginFolder.Json("plugin.json").GetProperty("id").GetString()!]);
    }

    [Fact]
    public void The_folder_holds_the_plugin_and_not_the_contract()
    {
        var files = Directory.GetFiles(PluginFolder.Path).Select(Path.GetFileName);

        files.ShouldBe(
            [
                "README.md",
                "Spark.Channels.WebChat.deps.json",
                PluginFolder.Json("plugin.json").GetProperty("assembly").GetString(),
                "Spark.Channels.WebChat.runtimeconfig.json",
                "plugin.json",
                "settings.schema.json",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void Web_chat_lies_there_with_its_licence_when_the_build_could_get_it()
    {
        var folder = Path.Combine(PluginFolder.Path, "wwwroot");
        Assert.SkipUnless(File.Exists(Path.Combine(folder, "webchat.js")), "The build had no npm, so there is no chat page.");

        Directory.GetFiles(folder).Select(Path.GetFileName).ShouldBe(["webchat.js", "webchat.js.LICENSE.txt", "webchat.js.package.json"], ignoreOrder: true);
    }

    [Fact]
    public void The_schema_names_exactly_the_settings() =>
        Schema.EnumerateObject().Select(field => field.Name).ShouldBe(Settings.Select(NameOf), ignoreOrder: true);

    [Fact]
    public void The_schema_says_what_the_settings_say()
    {
        foreach (var setting in Settings)
        {
            var field = Schema.GetProperty(NameOf(setting));
            var label = setting.GetCustomAttribute<SettingAttribute>()!;
            field.String("title").ShouldBe(label.Label);
            field.String("description").ShouldBe(label.Help);
            field.Has("writeOnly").ShouldBe(setting.IsDefined(typeof(SecretAttribute)), setting.Name);
        }
    }

    [Fact]
    public void The_defaults_of_the_schema_are_the_records()
    {
        var defaults = Schema.EnumerateObject()
            .Where(field => field.Value.Has("default"))
            .ToDictionary(field => field.Name, field => field.Value.GetProperty("default"), StringComparer.Ordinal);

        foreach (var json in new[] { JsonSerializer.Serialize(defaults), "{}" })
        {
            var offers = new Offers(json, services: null);
            new WebChatPlugin().Configure(offers);
            var settings = offers.Settings.ShouldBeOfType<WebChatSettings>();
            settings.AllowedOrigins.ShouldBeEmpty();
            settings.FileTypes.ShouldBe(new WebChatSettings().FileTypes);
            settings.ShouldBe(new WebChatSettings { AllowedOrigins = settings.AllowedOrigins, FileTypes = settings.FileTypes });
        }

        Schema.GetProperty("secret").GetProperty("minLength").GetInt32().ShouldBe(WebChatSettings.ShortestSecret);
    }

    private static string NameOf(PropertyInfo setting) => JsonNamingPolicy.CamelCase.ConvertName(setting.Name);
}
