using Spark.Faults.Tests.Support;

namespace Spark.Faults.Tests;

/// <summary>A token that was lost, or is known to too many.</summary>
public sealed class AdminTokenTests
{
    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task A_new_token_ends_the_old_one_also_where_a_host_runs(string database)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var stage = await Disaster.PrepareAsync(
            database == "SQLite" ? folder => Task.FromResult<IStoreUnderTest>(new SqliteStore(folder)) : PostgresStore.MakeAsync, people: 0);
        var host = stage.Hosts[0];
        await host.StartAsync(cancellationToken);
        var old = host.Token;
        (await StatusAsync(host, old, cancellationToken)).ShouldBe(200);

        var fresh = (await host.RunCommandAsync(_ => true, cancellationToken, "admin-token", "new")).Trim();

        (await StatusAsync(host, old, cancellationToken)).ShouldBe(401);
        (await StatusAsync(host, fresh, cancellationToken)).ShouldBe(200);
        await host.StopAsync(cancellationToken);
        var third = (await host.RunCommandAsync(_ => true, cancellationToken, "admin-token", "new")).Trim();
        var audit = await host.RunCommandAsync(_ => true, cancellationToken, "audit", "list");
        audit.Split('\n').Where(line => line.Contains("admin-token.renewed", StringComparison.Ordinal)).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2])
            .ShouldBe([$"command:{Environment.UserName}", OnlyToken(database)]);
        await host.StartAsync(cancellationToken);
        (await StatusAsync(host, fresh, cancellationToken)).ShouldBe(401);
        (await StatusAsync(host, third, cancellationToken)).ShouldBe(200);
    }

    // A PostgreSQL is opened by a command whether hosts run on it or not.
    private static string OnlyToken(string database) => database == "SQLite" ? "admin" : $"command:{Environment.UserName}";

    private static async Task<int> StatusAsync(FaultHost host, string token, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(host.Url, "/api/admin/conversations"));
        request.Headers.Authorization = new("Bearer", token);
        using var response = await http.SendAsync(request, cancellationToken);
        return (int)response.StatusCode;
    }
}
