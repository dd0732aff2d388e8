namespace Spark.Testing.Reports;

/// <summary>What the tests of a bot came by, and what they did not.</summary>
/// <param name="Bot">The bot's id.</param>
/// <param name="Steps">The steps of dialogs and deeds of action dialogs.</param>
/// <param name="Outcomes">The outcomes of action dialogs, at each step that runs one.</param>
/// <param name="Languages">The steps that speak, in each language.</param>
/// <param name="Channels">The channels on which tests were played.</param>
internal sealed record CoverageReport(
    string Bot, Coverage Steps, Coverage Outcomes, IReadOnlyDictionary<string, Coverage> Languages, IReadOnlyList<ChannelCoverage> Channels)
{
    /// <summary>True when every step, outcome and language was passed whole.</summary>
    public bool IsComplete => Steps.IsComplete && Outcomes.IsComplete && Languages.Values.All(language => language.IsComplete);
}
