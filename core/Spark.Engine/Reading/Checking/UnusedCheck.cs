using Spark.Engine.Definitions;
using Spark.Engine.Reading.Drafts;

namespace Spark.Engine.Reading.Checking;

/// <summary>Everything that is declared is used.</summary>
internal sealed class UnusedCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        var draft = reading.Draft;
        var used = draft.References.ToLookup(reference => reference.Kind, reference => reference.Name);
        var variables = used[ReferenceKind.Variable]
            .Concat(draft.UsedVariables)
            .Concat(draft.Expressions.SelectMany(use => use.Names).Select(name => name.Name));
        Report(
            draft.Variables.Values.Select(variable => (variable.Name, variable.At)),
            variables, FindingCodes.UnusedVariable, "variable", "Delete it from bot.yaml, or use it.", reading);
        Report(
            draft.Intents.Select(intent => (intent.Name, intent.At)),
            used[ReferenceKind.Intent], FindingCodes.UnusedIntent, "intent", "Name it in the 'trigger' or an 'interrupt' of a dialog, or delete it.", reading);
        Report(
            draft.Connections.Values.Select(connection => (connection.Name, connection.At)),
            used[ReferenceKind.Connection].Concat(draft.Literals), FindingCodes.UnusedConnection, "connection", "Delete it from bot.yaml, or use it in an action dialog.", reading);
        Report(
            draft.Actions.Select(action => (action.Id, action.At)),
            used[ReferenceKind.Action], FindingCodes.UnusedAction, "action dialog", "Delete the file, or run it from a dialog.", reading);
    }

    private static void Report(
        IEnumerable<(string Name, SourceLocation At)> declared, IEnumerable<string> used, string code, string kind, string remedy, ReadingContext reading)
    {
        var names = used.ToHashSet(StringComparer.Ordinal);
        foreach (var (name, at) in declared.Where(item => !names.Contains(item.Name)))
        {
            reading.Findings.Warning(code, at, $"Nothing uses the {kind} '{name}'.", remedy);
        }
    }
}
