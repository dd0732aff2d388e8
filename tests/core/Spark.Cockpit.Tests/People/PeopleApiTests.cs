using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Spark.Cockpit.Access;
using Spark.Cockpit.Tests.Support;
using Spark.Runtime.Access;
using Spark.Runtime.People;

namespace Spark.Cockpit.Tests.People;

public sealed class PeopleApiTests
{
    private static readonly object Jo = new { people = new[] { new { instance = "teams", id = "tenant/jo" } } };

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_is_found_exported_and_erased_and_the_audit_does_not_say_who()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var script = await server.ScriptAsync([Right.ManagePeople], null, Cancelled);
        var people = server.Services.GetRequiredService<IPeopleStore>();
        await people.PutAsync("teams", [new() { Id = "tenant/jo", Name = "Jo Doe", PrincipalName = "jo@contoso.example" }], DateTimeOffset.UnixEpoch, Cancelled);

        var found = await PostAsync(script, "find", new { text = "JO@" });
        found.GetProperty("people").EnumerateArray().Single().GetProperty("who").GetProperty("id").GetString().ShouldBe("tenant/jo");
        (await PostAsync(script, "preview", Jo)).GetProperty("faces").GetArrayLength().ShouldBe(1);
        using var exported = await script.PostAsJsonAsync("/api/admin/people/export", Jo, Cancelled);
        await using var zip = new ZipArchive(await exported.Content.ReadAsStreamAsync(Cancelled));
        await using var entry = await zip.GetEntry("manifest.json")!.OpenAsync(Cancelled);
        using var manifest = await JsonDocument.ParseAsync(entry, default, Cancelled);
        exported.Content.Headers.ContentDisposition!.FileName.ShouldBe($"spark-person-{manifest.RootElement.GetProperty("reference").GetString()}.zip");

        (await PostAsync(script, "erase", Jo)).GetProperty("isDone").GetBoolean().ShouldBeTrue();

        (await people.FindAsync("teams", "tenant/jo", Cancelled)).ShouldBeNull();
        (await PostAsync(script, "find", new { text = "jo" })).GetProperty("people").GetArrayLength().ShouldBe(0);
        var entries = await server.Services.GetRequiredService<IAuditStore>().ListAsync(AuditSearch.All, long.MaxValue, 100, Cancelled);
        entries.Select(entry => entry.What).ShouldBe(["person.erased", "person.exported"]);
        JsonSerializer.Serialize(entries).ShouldNotContain("jo", Case.Insensitive);
    }

    [Theory]
    [InlineData("find", """{"text":" "}""")]
    [InlineData("preview", "{}")]
    [InlineData("export", """{"people":[]}""")]
    [InlineData("erase", """{"people":[{"instance":"teams","id":""}]}""")]
    [InlineData("erase", """{"conversations":["nothing"]}""")]
    [InlineData("erase", """{"people":[null]}""")]
    public async Task Who_names_nobody_gets_and_erases_nothing(string route, string body)
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var command = await server.CommandAsync(Cancelled);
        using var content = new StringContent(body, null, "application/json");

        using var answer = await command.PostAsync(new Uri($"/api/admin/people/{route}", UriKind.Relative), content, Cancelled);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<JsonElement> PostAsync(HttpClient client, string route, object body)
    {
        using var answer = await client.PostAsJsonAsync($"/api/admin/people/{route}", body, Cancelled);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync(Cancelled));
    }
}
