using System.Text.Json;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Tests.Support;
using Spark.Tests;

namespace Spark.Cockpit.Tests.Admin;

/// <summary>The cockpit's page is checked against what the API says of itself.</summary>
public sealed class ApiTypesTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_pages_types_are_those_of_the_document()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var command = await server.CommandAsync(Cancelled);
        var document = JsonElement.Parse(await command.GetStringAsync("/api/admin/openapi.json", Cancelled));
        var file = Repository.Path("core", "Spark.Cockpit", "app", "src", "api", "schema.ts");
        var made = ApiTypes.Write(document);
        if (Environment.GetEnvironmentVariable("SPARK_APPROVE") == "1")
        {
            await File.WriteAllTextAsync(file, made, Cancelled);
        }

        made.ShouldContain("export interface EpisodeList {\n  episodes: EpisodeLine[];\n  next: string | null;\n}");
        (await File.ReadAllTextAsync(file, Cancelled)).ShouldBe(made);
    }

    [Fact]
    public async Task Every_answer_of_the_table_is_of_a_route_and_described()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var command = await server.CommandAsync(Cancelled);
        var paths = JsonElement.Parse(await command.GetStringAsync("/api/admin/openapi.json", Cancelled)).GetProperty("paths");

        foreach (var (route, type) in AdminAnswers.Table)
        {
            var (method, path) = route.Split(' ') switch { [var first, var second] => (first, second), _ => throw new InvalidOperationException(route) };
            paths.TryGetProperty("/api/admin" + path, out var described).ShouldBeTrue(route);
            var schema = described.GetProperty(method.ToLowerInvariant()).GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema");
            schema.GetProperty("$ref").GetString().ShouldBe($"#/components/schemas/{type.Name}", route);
        }
    }

    /// <summary>What changes something and reads nothing. Whatever else is posted or put says what it reads.</summary>
    private static readonly string[] WithoutBody =
    [
        "POST /api-clients/{id}/revoke", "POST /conversation/end", "POST /conversation/give-back", "POST /conversation/reassign", "POST /conversation/release",
        "POST /conversation/restart", "POST /conversation/take", "POST /credential-keys/reseal", "POST /credentials/{name}/sign-in", "POST /outbox/hold",
        "POST /outbox/{address}/retry", "POST /plugins/{id}/disable", "POST /plugins/{id}/enable", "POST /plugins/{id}/reload", "POST /token",
    ];

    [Fact]
    public async Task Every_route_that_reads_a_body_says_which()
    {
        await using var server = await CockpitServer.StartAsync(Cancelled);
        using var command = await server.CommandAsync(Cancelled);
        var paths = JsonElement.Parse(await command.GetStringAsync("/api/admin/openapi.json", Cancelled)).GetProperty("paths");
        var silent = new List<string>();
        foreach (var path in paths.EnumerateObject())
        {
            foreach (var method in path.Value.EnumerateObject().Where(method => method.Name is "post" or "put"))
            {
                var route = $"{method.Name.ToUpperInvariant()} {path.Name["/api/admin".Length..]}";
                if (!method.Value.TryGetProperty("requestBody", out var body))
                {
                    silent.Add(route);
                }
                else if (AdminBodies.Table.TryGetValue(route, out var type))
                {
                    body.GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString().ShouldBe($"#/components/schemas/{type.Name}", route);
                }
            }
        }

        silent.Order(StringComparer.Ordinal).ShouldBe(WithoutBody);
        AdminBodies.Table.Keys.ShouldAllBe(route => paths.GetProperty("/api/admin" + route.Split(' ', 2)[1]).EnumerateObject().Any(method => method.NameEquals(route.Split(' ', 2)[0].ToLowerInvariant())));
    }

    [Fact]
    public void Whoever_reads_what_it_does_not_say_is_found_out()
    {
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();

        Should.Throw<InvalidOperationException>(() => AdminBodies.Demand<Spark.Cockpit.Bots.PublishRequest>(http)).Message.ShouldContain("PublishRequest");
    }
}
