using Spark.Engine.Definitions;
using Spark.Expressions;

namespace Spark.Engine.Turns;

/// <summary>Judges whether a variable holds an answer already, so that it need not be asked for.</summary>
internal static class KnownAnswer
{
    // A value that a bot set by expression, or that a person said before the question had choices, must still be of the type.
    public static bool HasType(Turn turn, AskStep step, VariableDefinition variable, Value known)
    {
        if (Offers.Of(turn, step).Any(option => known == AnswerReader.ValueOf(variable, option.Value)))
        {
            return true;
        }

        // Numbers are compared as they are: written out and read again they would depend on the language's decimal sign.
        return variable.Type switch
        {
            "choice" => false,
            "number" or "percentage" => IsWithin(variable, known),
            "money" or "quantity" or "temperature" or "age" => Measures.Fits(variable, known),
            "integer" => IsWithin(variable, known) && double.IsInteger(known.AsNumber()),
            "yesno" => known.Kind == ValueKind.Boolean,
            "text" => known.Kind == ValueKind.String && !AnswerReader.ReadType(turn, variable, known.AsString()).IsUndefined,
            "file" => known.Kind == ValueKind.Object && FileKinds.Fit(variable, known),
            "location" or "composite" => known.Kind == ValueKind.Object,
            "object" or "list" => true,
            _ => known.Kind == ValueKind.String && AnswerReader.ReadType(turn, variable, known.AsString()) == known
                || known.Kind == ValueKind.Number && AnswerReader.ReadType(turn, variable, known.ToText()) == known,
        };
    }

    private static bool IsWithin(VariableDefinition variable, Value known) =>
        known.Kind == ValueKind.Number && !(known.AsNumber() < variable.Min) && !(known.AsNumber() > variable.Max);
}
