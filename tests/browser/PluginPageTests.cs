using System.IO.Compression;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Spark.Browser.Tests.Support;
using Spark.Tests;

namespace Spark.Browser.Tests;

/// <summary>An administrator installs a plugin on a running host.</summary>
public sealed class PluginPageTests(CockpitRoom room) : CockpitStage(room)
{
    [Fact]
    public async Task An_administrator_installs_an_archive_disables_the_plugin_and_removes_the_version_again()
    {
        var page = await SignInAsync();
        await GoAsync(page, "/plugins");
        await page.GetByRole(AriaRole.Button, new() { Name = "Install a plugin" }).ClickAsync();
        await Chromium.ShootAsync(page, "cockpit-plugins-install");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "get-time.zip", MimeType = "application/zip", Buffer = await ArchiveAsync() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Look at it" }).ClickAsync();

        var dialog = page.GetByRole(AriaRole.Alertdialog);
        await Assertions.Expect(dialog).ToContainTextAsync("9.9.0, in the place of");
        await Assertions.Expect(dialog).ToContainTextAsync("SHA-256");
        (await Accessibility.FindAsync(page)).ShouldBeEmpty();
        await Chromium.ShootAsync(page, "cockpit-plugins-agree");
        await page.GetByRole(AriaRole.Button, new() { Name = "Install and run" }).ClickAsync();
        var installed = page.GetByRole(AriaRole.Region, new() { Name = "Get time 9.9.0" });
        await Assertions.Expect(installed).ToContainTextAsync("Running");

        await installed.GetByRole(AriaRole.Button, new() { Name = "More: Get time 9.9.0" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Disable…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Disable", Exact = true }).ClickAsync();
        await Assertions.Expect(installed.GetByRole(AriaRole.Button, new() { Name = "Enable: Get time 9.9.0" })).ToBeVisibleAsync();
        await installed.GetByRole(AriaRole.Button, new() { Name = "Enable: Get time 9.9.0" }).ClickAsync();
        await Assertions.Expect(installed).ToContainTextAsync("Running");

        await installed.GetByRole(AriaRole.Button, new() { Name = "More: Get time 9.9.0" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Remove…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove", Exact = true }).ClickAsync();
        await Assertions.Expect(installed).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { NameRegex = new("^Get time 0") })).ToContainTextAsync("Running");
    }

    [Fact]
    public async Task Before_a_plugin_is_installed_it_is_said_whose_action_it_takes_away()
    {
        var page = await SignInAsync();
        await GoAsync(page, "/plugins");
        await page.GetByRole(AriaRole.Button, new() { Name = "Install a plugin" }).ClickAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "opening-hours.zip", MimeType = "application/zip", Buffer = await ArchiveAsync("opening-hours", without: "opening-hours.schema.json"),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Look at it" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alertdialog)).ToContainTextAsync("'opening-hours' is offered by no installed plugin");
        await Chromium.ShootAsync(page, "cockpit-plugins-takes-away");
    }

    [Theory]
    [InlineData("light", 1280)]
    [InlineData("dark", 390)]
    public async Task Where_there_are_several_nodes_it_is_said_which_of_them_lacks_a_plugin(string theme, int width)
    {
        var page = await SignInAsync(theme: theme);
        await page.SetViewportSizeAsync(width, 720);
        await page.RouteAsync("**/api/admin/plugins", async route =>
        {
            var answer = await route.FetchAsync();
            var body = JsonNode.Parse(await answer.TextAsync())!;
            var here = body["nodes"]!.AsArray().FirstOrDefault(node => node!["isHere"]!.GetValue<bool>())?.DeepClone() ?? Told(body);
            (here["node"], here["isHere"]) = ("first/1", true);
            var other = here.DeepClone();
            (other["node"], other["isHere"]) = ("second/1", false);
            var plugins = other["plugins"]!.AsArray();
            plugins.Remove(plugins.First(plugin => plugin!["id"]!.GetValue<string>() == "get-time"));
            plugins.First(plugin => plugin!["id"]!.GetValue<string>() == "email")!["digest"] = "another";
            body["nodes"] = new JsonArray(here, other);
            await route.FulfillAsync(new() { Response = answer, Body = body.ToJsonString() });
        });
        await GoAsync(page, "/plugins");

        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { NameRegex = new("^Get time") })).ToContainTextAsync("Not there: install it there as well");
        await Assertions.Expect(page.Locator(".card").Filter(new() { HasText = "(email)" })).ToContainTextAsync("Other files under the same version");
        (await Accessibility.FindAsync(page)).ShouldBeEmpty();
        await Chromium.ShootAsync(page, $"cockpit-plugins-nodes-{theme}");
    }

    // Before the node has told the others.
    private static JsonObject Told(JsonNode body) => new JsonObject
    {
        ["plugins"] = new JsonArray([.. body["plugins"]!.AsArray().Select(plugin => new JsonObject
        {
            ["id"] = plugin!["id"]!.DeepClone(), ["version"] = plugin["version"]!.DeepClone(), ["digest"] = "same", ["status"] = plugin["status"]!.DeepClone(),
        })]),
    };

    // The very plugin that the build has laid out, with a version of its own.
    private static async Task<byte[]> ArchiveAsync(string plugin = "get-time", string? without = null)
    {
        var folder = Directory.GetDirectories(Repository.Path("artifacts", "plugins", "action", plugin))[0];
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != without))
            {
                await using var to = await zip.CreateEntry(Path.GetRelativePath(folder, file).Replace('\\', '/')).OpenAsync(Token);
                var content = await File.ReadAllBytesAsync(file, Token);
                if (Path.GetFileName(file) == "plugin.json")
                {
                    var manifest = JsonNode.Parse(content)!;
                    manifest["version"] = "9.9.0";
                    content = System.Text.Encoding.UTF8.GetBytes(manifest.ToJsonString());
                }

                await to.WriteAsync(content, Token);
            }
        }

        return bytes.ToArray();
    }
}
