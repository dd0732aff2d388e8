using Microsoft.Playwright;
using Spark.Browser.Tests.Support;
using Spark.Cockpit.Tests.Support;

namespace Spark.Browser.Tests;

/// <summary>Signing in at an identity provider, as people see it.</summary>
public sealed class OpenIdPageTests(CockpitRoom room) : CockpitStage(room), IClassFixture<CockpitRoom>
{
    private IdentityProvider provider = null!;

    [Fact]
    public async Task Who_is_refused_elsewhere_reads_why_and_who_signs_in_comes_back_to_the_page_that_they_wanted()
    {
        provider.Denies = true;
        var page = await Browser.OpenAsync(new Uri(Host.Url, "/cockpit/bots?from=link"), width: 1280, height: 720);
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Sign in with Contoso" });
        await Assertions.Expect(link).ToBeVisibleAsync();
        (await Accessibility.FindAsync(page)).ShouldBeEmpty();
        await Chromium.ShootAsync(page, "cockpit-sign-in-elsewhere");
        await link.ClickAsync();
        await Assertions.Expect(page.GetByText("The sign-in was cancelled.").First).ToBeVisibleAsync();

        provider.Denies = false;
        await page.GotoAsync(new Uri(Host.Url, "/cockpit/bots?from=link").ToString());
        await link.ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Bots", Level = 1 })).ToBeVisibleAsync();
        new Uri(page.Url).PathAndQuery.ShouldBe("/cockpit/bots?from=link");
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })).Not.ToContainTextAsync("Accounts");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await (provider?.DisposeAsync() ?? default);
    }

    protected override async Task<string> SignInAsYamlAsync(string secrets)
    {
        provider = await IdentityProvider.StartAsync();
        await File.WriteAllTextAsync(Path.Combine(secrets, "sign-in"), IdentityProvider.ClientSecret, Token);
        return $$"""
            signIn:
              name: Contoso
              authority: {{provider.Url}}
              clientId: {{IdentityProvider.ClientId}}
              clientSecret: file:sign-in
              roles: { administrator: [Spark.Administrators], designer: [Spark.Designers] }
            """;
    }
}
