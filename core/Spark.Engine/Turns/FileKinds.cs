using Spark.Engine.Definitions;
using Spark.Expressions;

namespace Spark.Engine.Turns;

/// <summary>Whether a file is of a kind and a size that a variable takes.</summary>
internal static class FileKinds
{
    private const string AnyOfAKind = "/*";
    private const string Unknown = "application/octet-stream";

    /// <summary>
    /// True for a file that fits. One of which the channel tells no type is judged by the ending of its name; one of which it tells no size is
    /// taken, since nobody could send another.
    /// </summary>
    public static bool Fit(VariableDefinition variable, string name, string mediaType, long? size)
    {
        if (size > variable.MaxSize)
        {
            return false;
        }

        if (variable.Accept.Count == 0)
        {
            return true;
        }

        var type = mediaType.Split(';')[0].Trim();
        type = type.Length == 0 || string.Equals(type, Unknown, StringComparison.OrdinalIgnoreCase) ? MediaTypes.Of("file", name) : type;
        return variable.Accept.Any(kind => kind.EndsWith(AnyOfAKind, StringComparison.Ordinal)
            ? type.StartsWith(kind[..^1], StringComparison.OrdinalIgnoreCase)
            : string.Equals(type, kind, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The same of a file that a variable holds already.</summary>
    public static bool Fit(VariableDefinition variable, Value file) =>
        Fit(variable, TextOf(file["name"]), TextOf(file["mediaType"]), file["size"] is { Kind: ValueKind.Number } size ? (long)size.AsNumber() : null);

    private static string TextOf(Value value) => value.Kind == ValueKind.String ? value.AsString() : "";
}
