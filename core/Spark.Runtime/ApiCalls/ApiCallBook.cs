using System.Text.Json;
using Spark.Runtime.Configuration;

namespace Spark.Runtime.ApiCalls;

/// <summary>The API Calls, for administrators: set, tried, listed.</summary>
public sealed class ApiCallBook
{
    private readonly ConfigurationCatalog catalog;
    private readonly ApiCallRunner runner;

    internal ApiCallBook(ConfigurationCatalog catalog, ApiCallRunner runner)
    {
        this.catalog = catalog;
        this.runner = runner;
    }

    /// <summary>All API Calls, by name.</summary>
    public async Task<IReadOnlyList<Stored<ApiCallDefinition>>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await catalog.ReadAsync(cancellationToken)).ApiCalls.Values.OrderBy(call => call.Value.Name, StringComparer.Ordinal)];

    /// <summary>One API Call; null when there is none.</summary>
    public async Task<Stored<ApiCallDefinition>?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await catalog.ReadAsync(cancellationToken)).ApiCalls.GetValueOrDefault(name);

    /// <summary>Where an API Call is used: by the escalation, in words.</summary>
    public async Task<IReadOnlyList<string>> UsersOfAsync(string name, CancellationToken cancellationToken) =>
        (await catalog.ReadAsync(cancellationToken)).Escalation?.Value.UsesOf(name) ?? [];

    /// <summary>Sets an API Call.</summary>
    public async Task<ChangeOutcome> PutAsync(ApiCallDefinition definition, long? edition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var problems = await CheckAsync(definition, cancellationToken);
        return problems.Count > 0
            ? ChangeOutcome.Refused(problems)
            : new(await catalog.PutAsync(ConfigurationKind.ApiCall, definition.Name, definition, ConfigurationJson.Default.ApiCallDefinition, edition, cancellationToken), []);
    }

    /// <summary>Says what is wrong with an API Call.</summary>
    public async Task<IReadOnlyList<SettingProblem>> CheckAsync(ApiCallDefinition definition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var settled = await catalog.ReadAsync(cancellationToken);
        var problems = ApiCallCheck.Problems(definition, settled.Credentials.GetValueOrDefault(definition.Credential)?.Value);
        return settled.Escalation?.Value.ApiCall == definition.Name ? [.. problems, .. Escalation.EscalationCheck.TicketOutputs(definition)] : problems;
    }

    /// <summary>Runs an API Call, set or not: by sending it for real, or with a recorded answer.</summary>
    public async Task<ApiCallRun> TryAsync(
        ApiCallDefinition definition, JsonElement parameters, RecordedAnswer? recorded, CancellationToken cancellationToken) =>
        await runner.RunAsync(definition, parameters, recorded, await catalog.ReadAsync(cancellationToken), cancellationToken);

    /// <summary>Removes an API Call that nobody uses.</summary>
    /// <returns>Where it is used: it was removed when nowhere; null when there is no such API Call.</returns>
    public async Task<IReadOnlyList<string>?> RemoveAsync(string name, CancellationToken cancellationToken)
    {
        var users = await UsersOfAsync(name, cancellationToken);
        return users.Count > 0 ? users : await catalog.RemoveAsync(ConfigurationKind.ApiCall, name, cancellationToken) ? [] : null;
    }
}
