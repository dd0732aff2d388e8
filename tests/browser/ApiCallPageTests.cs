using Microsoft.Playwright;
using Spark.Browser.Tests.Support;

namespace Spark.Browser.Tests;

/// <summary>The editors in an API Call's form.</summary>
public sealed class ApiCallPageTests(CockpitRoom room) : CockpitStage(room)
{
    [Theory]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task Parameters_are_offered_in_the_payload_and_the_resource_and_fields_in_a_row_are_of_one_height(string theme)
    {
        var page = await SignInAsync(theme: theme);
        await GoAsync(page, "/support/api-calls/new");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Request" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a parameter" }).ClickAsync();
        await page.GetByLabel("Identifier, 1").FillAsync("category");
        var offered = page.Locator(".cm-tooltip-autocomplete [role=option]");

        var payload = page.GetByRole(AriaRole.Textbox, new() { Name = "Payload" });
        await payload.ClickAsync();
        await page.Keyboard.TypeAsync("{");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("\"a\": \"{{cat");
        await Assertions.Expect(offered.First).ToHaveTextAsync("category");
        await Chromium.ShootAsync(page, $"cockpit-api-call-payload-{theme}");
        await offered.First.ClickAsync();
        await Assertions.Expect(payload).ToContainTextAsync("\"a\": \"{{category}}");
        await Assertions.Expect(payload.Locator(".cm-line").Nth(1)).ToBeAttachedAsync();

        await page.GetByRole(AriaRole.Textbox, new() { Name = "Resource" }).ClickAsync();
        await page.Keyboard.TypeAsync("items/{{c");
        await Assertions.Expect(offered.First).ToHaveTextAsync("category");
        await offered.First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Resource" })).ToHaveTextAsync("items/{{category}}");
        (await Accessibility.FindAsync(page)).ShouldBeEmpty();

        await page.GetByRole(AriaRole.Tab, new() { Name = "Output" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add an output" }).ClickAsync();
        await page.WaitForFunctionAsync(
            """
            () => {
              const [expression, neighbour] = ['.rows .code-line', '.rows td .fui-Input'].map(one => document.querySelector(one)?.getBoundingClientRect());
              return expression && neighbour && expression.height === neighbour.height && expression.y === neighbour.y;
            }
            """);
        await Chromium.ShootAsync(page, $"cockpit-api-call-row-{theme}");
        await page.GetByRole(AriaRole.Tab, new() { Name = "Request" }).ClickAsync();
        await page.SetViewportSizeAsync(390, 844);
        await Chromium.ShootAsync(page, $"cockpit-api-call-phone-{theme}");
    }
}
