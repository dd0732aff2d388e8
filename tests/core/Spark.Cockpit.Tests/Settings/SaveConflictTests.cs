using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Spark.Cockpit.Tests.Support;
using Spark.Runtime.Accounts;

namespace Spark.Cockpit.Tests.Settings;

/// <summary>Whoever saves too late is told what is there now: no page has to ask again, and nothing is lost between asking and saving.</summary>
public sealed class SaveConflictTests : IAsyncLifetime
{
    private const string Header = "category,sub_category\n";

    private SettingsServer server = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => server = await SettingsServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task The_refusal_of_a_setting_holds_what_reading_it_answers()
    {
        var credential = Samples.Credential(new("https://desk.example/"));
        credential["withoutTest"] = true;
        foreach (var (path, body) in new[] { ("credentials/desk", credential), ("api-calls/create", Samples.Create()) })
        {
            body["edition"] = 0;
            (await server.SendAsync(HttpMethod.Put, path, body)).Status.ShouldBe(200, path);

            var (status, refused) = await server.SendAsync(HttpMethod.Put, path, body.DeepClone());

            (status, refused["code"]!.GetValue<string>()).ShouldBe((409, "SPK14021"));
            var now = (await server.SendAsync(HttpMethod.Get, path)).Body;
            JsonNode.DeepEquals(refused["now"], now).ShouldBeTrue($"{refused["now"]}\n{now}");
            refused.ToJsonString().ShouldNotContain("wörd");
        }
    }

    [Fact]
    public async Task The_refusal_of_the_escalation_holds_its_settings()
    {
        var credential = Samples.Credential(new("https://desk.example/"));
        credential["withoutTest"] = true;
        await server.PutAsync("credentials/desk", credential);
        await server.PutAsync("api-calls/create", Samples.Create());
        var fallback = new JsonObject { ["url"] = "https://desk.example/", ["texts"] = new JsonObject { ["en"] = "x {url}" }, ["unknownTexts"] = new JsonObject() };
        var request = new JsonObject { ["settings"] = new JsonObject { ["apiCall"] = "create", ["parameters"] = new JsonArray(), ["fallback"] = fallback, ["categoryConfidence"] = 0.5 }, ["edition"] = 0 };
        await server.PutAsync("escalation", request);

        var (status, refused) = await server.SendAsync(HttpMethod.Put, "escalation", request.DeepClone());

        status.ShouldBe(409);
        refused["now"]!["edition"]!.GetValue<long>().ShouldBe(1);
        refused["now"]!["settings"]!["apiCall"]!.GetValue<string>().ShouldBe("create");
    }

    [Fact]
    public async Task The_refusal_of_a_draft_holds_the_files_of_the_other()
    {
        await using var cockpit = await CockpitServer.StartAsync(Cancelled);
        using var ada = await cockpit.SignInAsync(Role.Designer, Cancelled);
        (await ada.PutAsJsonAsync("/api/admin/bots/helper/draft", new { number = 0, files = new Dictionary<string, string> { ["bot.yaml"] = "theirs" } }, Cancelled)).EnsureSuccessStatusCode();

        var late = await ada.PutAsJsonAsync("/api/admin/bots/helper/draft", new { number = 0, files = new Dictionary<string, string> { ["bot.yaml"] = "mine" } }, Cancelled);

        var refused = JsonNode.Parse(await late.Content.ReadAsStringAsync(Cancelled))!;
        ((int)late.StatusCode, refused["code"]!.GetValue<string>()).ShouldBe((409, "SPK14049"));
        (refused["now"]!["number"]!.GetValue<int>(), refused["now"]!["files"]!["bot.yaml"]!.GetValue<string>()).ShouldBe((1, "theirs"));
    }

    [Fact]
    public async Task The_refusal_of_an_account_holds_it_as_it_is_now_and_changes_nothing()
    {
        await using var cockpit = await CockpitServer.StartAsync(Cancelled);
        using var administrator = await cockpit.SignInAsync(Role.Administrator, Cancelled);
        var made = await PutAccountAsync(administrator, new { display = "Bob", role = "Reader", isDisabled = false, password = "a few long words", edition = "" });
        made.Status.ShouldBe(200);
        var edition = made.Body["edition"]!.GetValue<string>();
        var first = await PutAccountAsync(administrator, new { display = "Robert", role = "Reader", isDisabled = false, bots = new[] { "hr" }, edition });
        first.Status.ShouldBe(200);

        var late = await PutAccountAsync(administrator, new { display = "Bob", role = "Administrator", isDisabled = false, password = "another few words", edition });

        (late.Status, late.Body["code"]!.GetValue<string>()).ShouldBe((409, "SPK14021"));
        var listed = JsonNode.Parse(await administrator.GetStringAsync("/api/admin/accounts", Cancelled))!["accounts"]!.AsArray().Single(account => account!["name"]!.GetValue<string>() == "bob")!;
        JsonNode.DeepEquals(late.Body["now"], listed).ShouldBeTrue($"{late.Body["now"]}\n{listed}");
        (listed["display"]!.GetValue<string>(), listed["role"]!.GetValue<string>(), listed["edition"]!.GetValue<string>()).ShouldBe(("Robert", "Reader", first.Body["edition"]!.GetValue<string>()));
        (await cockpit.Browser().PostAsJsonAsync("/api/admin/session", new { name = "bob", password = "a few long words" }, Cancelled)).IsSuccessStatusCode.ShouldBeTrue("the password is the one there was");
        (await PutAccountAsync(administrator, new { display = "Whatever", role = "Reader", isDisabled = false })).Status.ShouldBe(200, "a script that names no edition has the last word");
    }

    [Fact]
    public async Task Who_adds_an_account_does_not_replace_one_and_a_password_that_was_changed_makes_another_edition()
    {
        await using var cockpit = await CockpitServer.StartAsync(Cancelled);
        using var administrator = await cockpit.SignInAsync(Role.Administrator, Cancelled);
        var made = await PutAccountAsync(administrator, new { display = "Bob", role = "Reader", isDisabled = false, password = "a few long words", edition = "" });
        var again = await PutAccountAsync(administrator, new { display = "Another Bob", role = "Designer", isDisabled = false, password = "another few words", edition = "" });
        (again.Status, again.Body["message"]!.GetValue<string>()).ShouldBe((409, "There is an account 'bob' already. Change that one, or choose another name."));

        var edition = made.Body["edition"]!.GetValue<string>();
        var reset = await PutAccountAsync(administrator, new { display = "Bob", role = "Reader", isDisabled = false, password = "yet another few words", edition });
        reset.Body["edition"]!.GetValue<string>().ShouldNotBe(edition);
        (await PutAccountAsync(administrator, new { display = "Bob", role = "Reader", isDisabled = true, edition })).Status.ShouldBe(409);
        await administrator.DeleteAsync("/api/admin/accounts/bob", Cancelled);
        var gone = await PutAccountAsync(administrator, new { display = "Bob", role = "Reader", isDisabled = true, edition = reset.Body["edition"]!.GetValue<string>() });
        (gone.Status, gone.Body["now"]).ShouldBe((409, null));
    }

    [Fact]
    public async Task Who_uploads_categories_too_late_meets_both_lists()
    {
        (await UploadAsync("categories?edition=0", Header + "Old,List\n")).Status.ShouldBe(200);
        (await UploadAsync("categories?edition=1", Header + "Old,List\nTheirs,New\n")).Status.ShouldBe(200);

        var (status, refused) = await UploadAsync("categories?edition=1&file=mine.csv", Header + "Old,List\nMine,New\n");

        (status, refused["code"]!.GetValue<string>()).ShouldBe((409, "SPK14021"));
        refused["now"]!["edition"]!.GetValue<long>().ShouldBe(2);
        Names(refused["now"]!).ShouldBe(["Old/List", "Theirs/New"]);
        Names(refused["mine"]!).ShouldBe(["Old/List", "Mine/New"]);
        refused["mine"]!["file"]!.GetValue<string>().ShouldBe("mine.csv");
        Names((await server.SendAsync(HttpMethod.Get, "categories")).Body).ShouldBe(["Old/List", "Theirs/New"]);
    }

    [Fact]
    public async Task Examples_too_and_without_an_edition_the_last_word_holds_as_for_scripts()
    {
        await UploadAsync("categories", Header + "Old,List\n");
        await UploadAsync("categories/examples?edition=1", "category,sub_category,example\nOld,List,first\n");

        var (status, refused) = await UploadAsync("categories/examples?edition=1", "category,sub_category,example\nOld,List,second\n");

        status.ShouldBe(409);
        Examples(refused["now"]!).ShouldBe(["first"]);
        Examples(refused["mine"]!).ShouldBe(["second"]);
        (await UploadAsync("categories/examples", "category,sub_category,example\nOld,List,third\n")).Status.ShouldBe(200);
        Examples((await server.SendAsync(HttpMethod.Get, "categories")).Body).ShouldBe(["third"]);
    }

    private static async Task<(int Status, JsonNode Body)> PutAccountAsync(HttpClient client, object request)
    {
        using var answer = await client.PutAsJsonAsync("/api/admin/accounts/bob", request, Cancelled);
        return ((int)answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancelled))!);
    }

    private static IEnumerable<string> Names(JsonNode list) => list["rows"]!.AsArray().Select(row => $"{row!["category"]}/{row["subCategory"]}");

    private static IEnumerable<string> Examples(JsonNode list) => list["rows"]![0]!["examples"]!.AsArray().Select(example => example!.GetValue<string>());

    private Task<(int Status, JsonNode Body)> UploadAsync(string path, string csv) => server.UploadAsync(Encoding.UTF8.GetBytes(csv), path);
}
