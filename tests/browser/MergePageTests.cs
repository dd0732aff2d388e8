using Microsoft.Playwright;
using Spark.Browser.Tests.Support;

namespace Spark.Browser.Tests;

/// <summary>Two people change the same API Call at the same time.</summary>
public sealed class MergePageTests(CockpitRoom room) : CockpitStage(room)
{
    private const string Seed = """
        async () => {
          const { csrf } = await (await fetch('/api/admin/session')).json();
          const put = async (path, body) => {
            const answer = await fetch('/api/admin' + path, { method: 'PUT', headers: { 'Content-Type': 'application/json', 'X-Spark-Csrf': csrf }, body: JSON.stringify(body) });
            if (!answer.ok) { throw new Error(await answer.text()); }
          };
          await put('/credentials/side', { credential: { name: 'side', description: '', baseUrl: 'https://desk.example/', authorization: { type: 'none' } }, secrets: {}, withoutTest: true, edition: 0 });
          await put('/api-calls/side', { apiCall: { name: 'side', description: 'Opens a ticket', credential: 'side', parameters: [], method: 'POST', resource: 'tickets', query: [], headers: [], payload: '{}', timeoutSeconds: 10, outputs: [] }, edition: 0 });
        }
        """;

    [Fact]
    public async Task What_does_not_overlap_is_merged_and_what_does_is_chosen_side_by_side()
    {
        var first = await SignInAsync();
        await first.EvaluateAsync(Seed);
        var second = await SignInAsync();
        await GoAsync(first, "/support/api-calls/side");
        await GoAsync(second, "/support/api-calls/side");

        await first.GetByLabel("Description").FillAsync("Opens an incident");
        await SaveAsync(first);
        await second.GetByRole(AriaRole.Tab, new() { Name = "Request" }).ClickAsync();
        await second.GetByLabel("Resource").FillAsync("incidents");
        await second.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Notes.SeeAsync(second, "Saved, together with what somebody else changed meanwhile.");
        (await KeptAsync(second)).ShouldBe(("Opens an incident", "incidents"));

        // The first page stands on what it saved itself, which is old by now.
        await first.GetByRole(AriaRole.Tab, new() { Name = "Request" }).ClickAsync();
        await first.GetByLabel("Resource").FillAsync("cases");
        await first.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        var dialog = first.GetByRole(AriaRole.Alertdialog);
        await Assertions.Expect(dialog).ToContainTextAsync("incidents");
        await Assertions.Expect(dialog).ToContainTextAsync("cases");
        (await Accessibility.FindAsync(first)).ShouldBeEmpty();
        await Chromium.ShootAsync(first, "cockpit-merge");
        await dialog.GetByLabel("Theirs").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(first.GetByLabel("Resource")).ToHaveTextAsync("incidents");
        (await KeptAsync(first)).ShouldBe(("Opens an incident", "incidents"));
    }

    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Two_who_change_an_account_keep_both_and_choose_where_they_disagree(string theme)
    {
        const string make = """
            async (name) => {
              const { csrf } = await (await fetch('/api/admin/session')).json();
              const answer = await fetch('/api/admin/accounts/' + name, { method: 'PUT', headers: { 'Content-Type': 'application/json', 'X-Spark-Csrf': csrf }, body: JSON.stringify({ display: 'Robin of ' + name, role: 'Reader', isDisabled: false, password: 'a few long words' }) });
              if (!answer.ok) { throw new Error(await answer.text()); }
            }
            """;
        const string change = """
            async ([name, role]) => {
              const { csrf } = await (await fetch('/api/admin/session')).json();
              const { accounts } = await (await fetch('/api/admin/accounts')).json();
              const { display, isDisabled, edition } = accounts.find(one => one.name === name);
              const answer = await fetch('/api/admin/accounts/' + name, { method: 'PUT', headers: { 'Content-Type': 'application/json', 'X-Spark-Csrf': csrf }, body: JSON.stringify({ display, isDisabled, edition, role }) });
              if (!answer.ok) { throw new Error(await answer.text()); }
            }
            """;
        const string read = "async (name) => { const { accounts } = await (await fetch('/api/admin/accounts')).json(); const { display, role, bots } = accounts.find(one => one.name === name); return [display, role, (bots ?? []).join(' ')]; }";
        var name = $"robin-{theme}";
        var first = await SignInAsync("/", theme);
        await first.EvaluateAsync(make, name);
        var second = await SignInAsync("/", theme);
        await GoAsync(first, "/accounts");
        await GoAsync(second, "/accounts");

        var form = await EditAsync(first, name);
        await form.GetByLabel("Role").SelectOptionAsync("Designer");
        await KeepAsync(form);
        var late = await EditAsync(second, name);
        await late.GetByLabel("Only these bots").FillAsync("hr");
        await KeepAsync(late);
        await Assertions.Expect(second.GetByText("Saved, together with what somebody else changed meanwhile.").First).ToBeVisibleAsync(new() { Timeout = 20_000 });
        (await second.EvaluateAsync<string[]>(read, name)).ShouldBe([$"Robin of {name}", "Designer", "hr"]);

        form = await EditAsync(first, name);
        await form.GetByLabel("Role").SelectOptionAsync("SupportAgent");
        await second.EvaluateAsync(change, new[] { name, "ChannelOwner" });
        await form.GetByLabel("Only these bots").FillAsync("it");
        await form.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        var choice = first.GetByRole(AriaRole.Alertdialog);
        await Assertions.Expect(choice.GetByRole(AriaRole.Group, new() { Name = "Only these bots" })).ToContainTextAsync("hr", new() { Timeout = 20_000 });
        await Assertions.Expect(choice.GetByRole(AriaRole.Group, new() { Name = "Role" })).ToContainTextAsync("Channel owner");
        (await first.EvaluateAsync<string[]>(read, name)).ShouldBe([$"Robin of {name}", "ChannelOwner", "hr"], "nothing is saved before one chooses");
        (await Accessibility.FindAsync(first)).ShouldBeEmpty();
        await Chromium.ShootAsync(first, $"cockpit-merge-account-{theme}");
        await choice.GetByRole(AriaRole.Group, new() { Name = "Only these bots" }).GetByLabel("Theirs").CheckAsync();
        await choice.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(choice).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        await Assertions.Expect(form).ToHaveCountAsync(0, new() { Timeout = 20_000 });
        (await first.EvaluateAsync<string[]>(read, name)).ShouldBe([$"Robin of {name}", "SupportAgent", "hr"]);
    }

    [Fact]
    public async Task Two_lists_of_categories_that_were_uploaded_at_the_same_time_are_both_kept()
    {
        var page = await SignInAsync();
        await GoAsync(page, "/support/categories");
        await UploadAsync(page, "Hardware,Battery\nNetwork,VPN\n");
        await Assertions.Expect(page.GetByRole(AriaRole.Cell, new() { Name = "VPN" })).ToBeVisibleAsync();
        var other = await SignInAsync();
        await GoAsync(other, "/support/categories");
        await UploadAsync(page, "Hardware,Battery\nNetwork,VPN\nTheirs,New\n");
        await Assertions.Expect(page.GetByRole(AriaRole.Cell, new() { Name = "Theirs" })).ToBeVisibleAsync();

        await UploadAsync(other, "Hardware,Battery\nMine,New\n");

        await Notes.SeeAsync(other, "Saved, together with what somebody else changed meanwhile.");
        (await ListAsync(other)).ShouldBe(["Hardware/Battery", "Mine/New", "Theirs/New"]);

        await UploadAsync(page, "Hardware,Battery\nMine,New\nTHEIRS,New\n");
        await Assertions.Expect(page.GetByRole(AriaRole.Cell, new() { Name = "THEIRS", Exact = true })).ToBeVisibleAsync();
        await UploadAsync(other, "Hardware,Battery\nMine,New\ntheirs,new\n");
        var dialog = other.GetByRole(AriaRole.Alertdialog);
        await Assertions.Expect(dialog).ToContainTextAsync("THEIRS");
        (await Accessibility.FindAsync(other)).ShouldBeEmpty();
        await Chromium.ShootAsync(other, "cockpit-merge-categories");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
        await Assertions.Expect(other.GetByRole(AriaRole.Cell, new() { Name = "theirs", Exact = true })).ToBeVisibleAsync();
        (await ListAsync(other)).ShouldBe(["Hardware/Battery", "Mine/New", "theirs/new"]);
    }

    [Fact]
    public async Task Two_who_change_different_files_of_a_draft_keep_both()
    {
        const string change = """
            async ([file, text]) => {
              const { csrf } = await (await fetch('/api/admin/session')).json();
              const now = await (await fetch('/api/admin/bots/it-support/draft')).json();
              const answer = await fetch('/api/admin/bots/it-support/draft', { method: 'PUT', headers: { 'Content-Type': 'application/json', 'X-Spark-Csrf': csrf }, body: JSON.stringify({ number: now.number, files: { ...now.files, [file]: text } }) });
              if (!answer.ok) { throw new Error(await answer.text()); }
            }
            """;
        const string read = "async (file) => (await (await fetch('/api/admin/bots/it-support/draft')).json()).files[file] ?? ''";
        var page = await SignInAsync();
        await GoAsync(page, "/bots/it-support/design");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a file" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Textbox).First.FillAsync("dialogs/of-mine.yaml");
        await page.GetByRole(AriaRole.Dialog).Locator("button[type=submit]").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.EvaluateAsync(change, new[] { "notes-of-theirs.txt", "theirs" });

        await page.GetByRole(AriaRole.Button, new() { Name = "Save the draft", Exact = true }).ClickAsync();

        await Notes.SeeAsync(page, "Saved, together with what somebody else changed meanwhile.");
        (await page.EvaluateAsync<string>(read, "notes-of-theirs.txt")).ShouldBe("theirs");
        (await page.EvaluateAsync<string>(read, "dialogs/of-mine.yaml")).ShouldNotBeEmpty();

        await page.EvaluateAsync("""
            async () => {
              const { csrf } = await (await fetch('/api/admin/session')).json();
              await fetch('/api/admin/bots/it-support/draft', { method: 'DELETE', headers: { 'X-Spark-Csrf': csrf } });
            }
            """);
    }

    private static async Task<ILocator> EditAsync(IPage page, string name)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = $"Edit: Robin of {name}" }).ClickAsync();
        return page.GetByRole(AriaRole.Dialog);
    }

    private static async Task KeepAsync(ILocator form)
    {
        await form.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Assertions.Expect(form).ToHaveCountAsync(0, new() { Timeout = 20_000 });
    }

    private static Task UploadAsync(IPage page, string rows) => page.GetByLabel("Upload CSV file", new() { Exact = true }).SetInputFilesAsync(
        new FilePayload { Name = "list.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes("category,sub_category\n" + rows) });

    private static async Task<string[]> ListAsync(IPage page) => [.. (await page.EvaluateAsync<string[]>(
        "async () => (await (await fetch('/api/admin/categories')).json()).rows.map(row => row.category + '/' + row.subCategory)")).Order(StringComparer.Ordinal)];

    private static async Task SaveAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Notes.SeeAsync(page, "Saved.");
    }

    private static async Task<(string Description, string Resource)> KeptAsync(IPage page)
    {
        var kept = await page.EvaluateAsync<string[]>("async () => { const { apiCall } = await (await fetch('/api/admin/api-calls/side')).json(); return [apiCall.description, apiCall.resource]; }");
        return (kept[0], kept[1]);
    }
}
