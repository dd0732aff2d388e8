using Spark.Runtime.Configuration;

namespace Spark.Runtime.Escalation;

/// <summary>The escalation's settings, for administrators.</summary>
public sealed class EscalationBook
{
    private const string Single = "";

    private readonly ConfigurationCatalog catalog;

    internal EscalationBook(ConfigurationCatalog catalog) => this.catalog = catalog;

    /// <summary>The settings; null when there are none.</summary>
    public async Task<Stored<EscalationSettings>?> ReadAsync(CancellationToken cancellationToken) =>
        (await catalog.ReadAsync(cancellationToken)).Escalation;

    /// <summary>What is wrong with settings, as everything else is now.</summary>
    public async Task<IReadOnlyList<SettingProblem>> CheckAsync(EscalationSettings settings, CancellationToken cancellationToken) =>
        EscalationCheck.Problems(settings, await catalog.ReadAsync(cancellationToken));

    /// <summary>Sets them.</summary>
    public async Task<ChangeOutcome> PutAsync(EscalationSettings settings, long? edition, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var problems = await CheckAsync(settings, cancellationToken);
        return problems.Count > 0
            ? ChangeOutcome.Refused(problems)
            : new(await catalog.PutAsync(ConfigurationKind.Escalation, Single, settings, ConfigurationJson.Default.EscalationSettings, edition, cancellationToken), []);
    }
}
