using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Checking;

/// <summary>What belongs to a person, and what a person approves of, is used by a bot that asks whether the person is known.</summary>
internal sealed class PersonCheck : ICheck
{
    private const string Proof = "sys.user.verified";

    public void Run(ReadingContext reading)
    {
        var draft = reading.Draft;
        if (draft.Expressions.Exists(use => use.Expression.Analysis.Fields.Any(path => path.Name == Proof)))
        {
            return;
        }

        var used = draft.Expressions.SelectMany(use => use.Names).Select(name => name.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var variable in draft.Variables.Values.Where(variable => variable.Scope == VariableScope.Person && used.Contains(variable.Name)))
        {
            reading.Findings.Warning(
                FindingCodes.PersonUnproved,
                variable.At,
                $"'{variable.Name}' belongs to the person, and the bot never asks whether the channel has proved who that is.",
                $"Use it behind 'when: {Proof}', or give it the scope conversation.");
        }

        foreach (var deed in draft.Actions.SelectMany(action => action.Deeds).OfType<AwaitingDeed>().Where(deed => deed.Approval is not null))
        {
            reading.Findings.Warning(
                FindingCodes.PersonUnproved,
                deed.At,
                "The person approves of this step, and the bot never asks whether the channel has proved who that is.",
                $"Run it behind 'when: {Proof}'.");
        }
    }
}
