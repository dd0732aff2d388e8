using Spark.Engine.Definitions;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Actions;

/// <summary>Reads <c>approve</c>: <c>true</c>, or the question to ask.</summary>
internal static class ApprovalReader
{
    public const string Field = "approve";

    // Words of other YAML tools for true and false, which nobody is asked for.
    private static readonly string[] Habits = ["yes", "no", "on", "off", "y", "n"];

    public static Approval? Read(DeedContext deed)
    {
        if (deed.Map.Find(Field) is not { } entry || entry.Value is YamlScalar scalar && scalar.AsBoolean() is false)
        {
            return null;
        }

        deed.Block.Add(Approval.Declined);
        if (entry.Value is YamlScalar word && IsHabit(word))
        {
            deed.Reading.Nodes.RefuseKind(entry.Value, Field, "true, false or a question");
            return null;
        }

        return entry.Value is YamlScalar flag && flag.AsBoolean() is true ? new(Question: null) : new(ReadQuestion(entry, deed));
    }

    private static bool IsHabit(YamlScalar word) =>
        word.IsPlain ? Habits.Contains(word.Value, StringComparer.OrdinalIgnoreCase) : word.Value is "true" or "false";

    private static Text? ReadQuestion(YamlEntry entry, DeedContext deed)
    {
        if (deed.Id is null)
        {
            deed.Reading.Findings.Error(
                FindingCodes.MissingField,
                entry.Key.At,
                "A step that asks a question of its own in 'approve' needs the field 'id': translations are found by it.",
                "Add 'id:' to the step, or write 'approve: true' for the question that Spark asks.");
        }

        return deed.Reading.Expressions.Text(entry.Value, Field, $"actions.{deed.Block.Action}.{deed.Path}.{Field}", deed.Scope);
    }
}
