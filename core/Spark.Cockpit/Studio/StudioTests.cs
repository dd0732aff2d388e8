using Spark.Engine.Reading;

namespace Spark.Cockpit.Studio;

/// <summary>How the tests of a bot went.</summary>
/// <param name="Findings">What is wrong with the bot or its tests.</param>
/// <param name="Tests">The tests that were played.</param>
/// <param name="Visited">The places of the steps that were passed, such as <c>dialogs/menu.yaml:4</c>.</param>
public sealed record StudioTests(IReadOnlyList<Finding> Findings, IReadOnlyList<StudioTest> Tests, IReadOnlyList<string> Visited);
