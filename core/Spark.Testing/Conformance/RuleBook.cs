namespace Spark.Testing.Conformance;

/// <summary>Tries rules one after the other, and writes down which are broken. A plugin that throws or hangs breaks the rule that was tried.</summary>
internal sealed class RuleBook(TimeSpan patience)
{
    private readonly List<Violation> violations = [];

    public IReadOnlyList<Violation> Violations => violations;

    /// <summary>Tries a rule; what it returns is what is wrong, null for nothing.</summary>
    public async Task TryAsync(string rule, Func<Task<string?>> attempt)
    {
        try
        {
            if (await attempt().WaitAsync(patience) is { } wrong)
            {
                violations.Add(new(rule, wrong));
            }
        }
        catch (TimeoutException)
        {
            violations.Add(new(rule, $"It had not ended after {patience}."));
        }
#pragma warning disable CA1031 // What a plugin under test throws is what the kit is there to tell.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            violations.Add(new(rule, $"It threw {thrown.GetType().Name}: {thrown.Message}"));
        }
    }
}
