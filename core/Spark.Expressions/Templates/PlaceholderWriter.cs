using System.Text;
using Spark.Expressions.Functions;
using Spark.Expressions.Values;

namespace Spark.Expressions.Templates;

/// <summary>Puts values into a text so that they cannot become anything but values.</summary>
internal sealed class PlaceholderWriter(PlaceholderTarget target)
{
    private readonly StringBuilder output = new();
    private bool isInString;
    private bool isInQuery;
    private PlaceholderPart? inPath;

    public int Length => output.Length;

    public void AddLiteral(string text)
    {
        output.Append(text);
        if (target == PlaceholderTarget.Json)
        {
            Follow(text);
        }

        isInQuery |= text.Contains('?', StringComparison.Ordinal);
    }

    public void AddValue(PlaceholderPart part, Value value)
    {
        switch (target)
        {
            case PlaceholderTarget.Json when !isInString:
                output.Append(value.ToJson());
                break;
            case PlaceholderTarget.Json:
                JsonTextWriter.WriteEscaped(output, value.ToText());
                break;
            case PlaceholderTarget.Resource:
                output.Append(Encode(part, Scalar(part, value)));
                break;
            case PlaceholderTarget.Header:
                output.Append(HeaderSafe(part, Scalar(part, value)));
                break;
            default:
                output.Append(value.ToText());
                break;
        }
    }

    public string End()
    {
        var text = output.ToString();
        if (target == PlaceholderTarget.Json)
        {
            // What is sent is JSON, whatever the values were.
            _ = Value.Parse(text);
        }
        else if (target == PlaceholderTarget.Resource && inPath is not null)
        {
            CheckPath(text.Split('?')[0], inPath);
        }

        return text;
    }

    // Values, alone or joined, must not lead to another folder or another host.
    private static void CheckPath(string path, PlaceholderPart part)
    {
        if (path.Contains("//", StringComparison.Ordinal) || path.Length == 0)
        {
            throw Refuse(part, "is missing, and a path cannot leave it out");
        }

        if (Array.Exists(path.Split('/'), segment => segment is "." or ".."))
        {
            throw Refuse(part, "cannot be a step to another folder");
        }
    }

    // Whether the text so far leaves a JSON string open.
    private void Follow(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (isInString && text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == '"')
            {
                isInString = !isInString;
            }
        }
    }

    private static string Scalar(PlaceholderPart part, Value value) => value.Kind switch
    {
        ValueKind.Undefined or ValueKind.Null => "",
        ValueKind.Boolean or ValueKind.Number or ValueKind.String => value.ToText(),
        _ => throw Refuse(part, $"must be a single value here, not {Failure.Kind(value)}"),
    };

    private string Encode(PlaceholderPart part, string text)
    {
        inPath ??= isInQuery ? null : part;
        try
        {
            return Encodings.EncodeComponent(text);
        }
        catch (ExpressionException)
        {
            throw Refuse(part, "is not well-formed Unicode");
        }
    }

    private static string HeaderSafe(PlaceholderPart part, string text) => text.All(letter => letter is (>= ' ' and <= '~') or '\t')
        ? text
        : throw Refuse(part, "holds a character that a header cannot carry");

    private static ExpressionException Refuse(PlaceholderPart part, string what) =>
        Failure.At("U1012", part.Position, part.Text, $"The parameter \"{part.Text}\" {what}");
}
