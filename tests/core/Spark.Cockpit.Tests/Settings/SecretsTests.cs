using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Spark.ApiCalls;
using Spark.Cockpit.Tests.Support;
using Spark.Tests;

namespace Spark.Cockpit.Tests.Settings;

public sealed class SecretsTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_secret_is_in_no_log_no_answer_no_audit_and_no_database()
    {
        await using var server = await SettingsServer.StartAsync();
        await LookForSecretsAsync(server, () => Task.FromResult(DatabaseDump.OfFiles(server.Folder)));
    }

    [Fact]
    public async Task A_secret_is_in_no_table_of_a_postgresql()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        await using var cluster = await PostgresCluster.StartAsync(Cancelled);
        var database = cluster.ConnectionString("postgres");
        await using var server = await SettingsServer.StartAsync(beside: null, database);
        await LookForSecretsAsync(server, () => DatabaseDump.OfPostgresAsync(database, Cancelled));
    }

    private static async Task LookForSecretsAsync(SettingsServer server, Func<Task<string>> dump)
    {
        await using var far = await FarSide.StartAsync();

        // A far side that gives back all that it was told is the worst of them.
        far.Answer = request => Results.Text(
            new JsonObject { ["echo"] = string.Join('\n', request.Headers.Select(header => $"{header.Key}: {header.Value}")), ["target"] = request.Target, ["body"] = request.Body, ["password"] = request.Headers.ContainsKey("Authorization") ? Samples.Password : "none" }.ToJsonString(),
            "application/json");
        await server.PutAsync("credentials/desk", Samples.Credential(far.Url));
        var key = Samples.Credential(far.Url);
        key["credential"]!["authorization"] = new JsonObject { ["type"] = "api-key", ["query"] = "key" };
        key["secrets"] = new JsonObject { ["key"] = Samples.Password.Replace("ä", "a", StringComparison.Ordinal).Replace("ö", "o", StringComparison.Ordinal) };
        await server.PutAsync("credentials/keyed", key);
        foreach (var credential in new[] { "desk", "keyed" })
        {
            var call = Samples.Create();
            call["apiCall"]!["credential"] = credential;
            call["apiCall"]!["outputs"] = new JsonArray(Samples.Output("echo", "echo & password"), Samples.Output("missing", "nothing"));
            await server.PutAsync($"api-calls/{credential}", call);
            await server.SendAsync(HttpMethod.Post, "api-call-test", new JsonObject { ["name"] = credential });
            await server.SendAsync(HttpMethod.Post, $"credentials/{credential}/test");
            await server.SendAsync(HttpMethod.Get, $"credentials/{credential}");
            var result = await server.Services.GetRequiredService<IApiCalls>().RunAsync(
                new() { Name = credential, Parameters = System.Text.Json.JsonDocument.Parse("{}").RootElement }, Cancelled);
            server.Answers.Enqueue(result.Reason ?? "");
        }

        far.Answer = _ => Results.StatusCode(401);
        await server.SendAsync(HttpMethod.Put, "credentials/desk", Samples.Credential(far.Url));
        (await server.SendAsync(HttpMethod.Get, "audit?limit=1000")).Body["entries"]!.AsArray().Count.ShouldBe(8, "two credentials, two API Calls, and a trial of each");

        var database = await dump();
        database.ShouldContain("credential.set", Case.Sensitive, "else this looks nowhere");
        var (answers, logs) = (string.Join('\n', server.Answers), server.Logs);
        foreach (var secret in new[] { Samples.Password, key["secrets"]!["key"]!.GetValue<string>() })
        {
            foreach (var form in Forms(secret))
            {
                answers.ShouldNotContain(form, Case.Sensitive, "answers");
                logs.ShouldNotContain(form, Case.Sensitive, "logs");
                database.ShouldNotContain(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(form)), Case.Sensitive, "database");
            }
        }

        far.Requests.ShouldContain(request => request.Headers.ContainsKey("Authorization") && Forms(Samples.Password).Any(form => request.Headers["Authorization"].Contains(form)));
    }

    // Raw, Base64, in an address, in JSON, and as Basic sends it.
    private static IEnumerable<string> Forms(string secret) =>
    [
        secret,
        Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)),
        Uri.EscapeDataString(secret),
        JavaScriptEncoder.Default.Encode(secret),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret),
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"spark:{secret}")),
    ];
}
