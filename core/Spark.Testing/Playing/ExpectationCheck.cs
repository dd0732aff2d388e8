using System.Globalization;
using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Testing.Outside;
using Spark.Testing.Suites;

namespace Spark.Testing.Playing;

/// <summary>Compares how a conversation ended with what its test expects.</summary>
internal static class ExpectationCheck
{
    private const string Open = "open";
    private const string Failed = "failed";

    /// <summary>What does not hold, a sentence each.</summary>
    public static IEnumerable<string> Check(Expectation expect, ConversationState? state, FarSide outside)
    {
        foreach (var (name, count) in expect.Calls)
        {
            if (outside.CallsOf(name) is var actual && actual != count)
            {
                yield return string.Create(CultureInfo.InvariantCulture, $"'{name}' should have been called {count} times, and was {actual} times.");
            }
        }

        foreach (var (name, value) in expect.Variables)
        {
            var actual = Find(state, name);
            if (actual != value)
            {
                yield return $"variable '{name}' should be {value}, and is {actual}.";
            }
        }

        if (expect.Ended is { } ended && HowItEnded(state) is var how && !string.Equals(how, ended, StringComparison.Ordinal))
        {
            yield return $"the conversation should be {ended}, and is {how}.";
        }
    }

    /// <summary>A variable's value: the innermost dialog's own, else the conversation's.</summary>
    public static Value Find(ConversationState? state, string name)
    {
        if (state is null)
        {
            return Value.Undefined;
        }

        foreach (var frame in state.Stack.Reverse())
        {
            if (frame.Locals.TryGetValue(name, out var local))
            {
                return local;
            }
        }

        return state.Variables.TryGetValue(name, out var value) ? value : Value.Undefined;
    }

    /// <summary>How the last episode ended, in a test's words.</summary>
    public static string HowItEnded(ConversationState? state) => state?.Episode switch
    {
        null or { Ended: null } => Open,
        { Outcome: EpisodeOutcome.Abandoned, Reason: Failed } => Failed,
        { Outcome: { } outcome } => outcome.ToString().ToLowerInvariant(),
        _ => "ended",
    };
}
