using System.Text;
using Spark.Expressions.Values;

namespace Spark.Expressions.Parsing;

/// <summary>Writes a tree as text that parses to the same tree. Parentheses are nodes of their own, so none need be added.</summary>
internal sealed class Printer
{
    private readonly StringBuilder text = new();

    public static string Print(Syntax tree)
    {
        var printer = new Printer();
        printer.Write(tree);
        return printer.text.ToString();
    }

    private void Write(Syntax node)
    {
        WriteNode(node);
        if (node.KeepArray)
        {
            text.Append("[]");
        }
    }

    private void WriteNode(Syntax node)
    {
        switch (node.Kind)
        {
            case SyntaxKind.Name:
                text.Append(IsPlainName(node.Text) ? node.Text : $"`{node.Text}`");
                break;
            case SyntaxKind.Variable:
                text.Append('$').Append(node.Text);
                break;
            case SyntaxKind.String:
                JsonTextWriter.WriteString(text, node.Text);
                break;
            case SyntaxKind.Negate:
                text.Append('-');
                Write(node.First);
                break;
            case SyntaxKind.Array:
                WriteList("[", node.Rest(0), "]");
                break;
            case SyntaxKind.Block:
                WriteList("(", node.Rest(0), ")", "; ");
                break;
            case SyntaxKind.Object:
                WritePairs(node, 0);
                break;
            case SyntaxKind.Group:
                Write(node.First);
                WritePairs(node, 1);
                break;
            case SyntaxKind.Filter:
                Write(node.First);
                WriteList("[", node.Rest(1), "]");
                break;
            case SyntaxKind.Call or SyntaxKind.Partial:
                Write(node.First);
                WriteList("(", node.Rest(1), ")");
                break;
            case SyntaxKind.Focus or SyntaxKind.Index:
                Write(node.First);
                text.Append(node.Text);
                Write(node.Second);
                break;
            default:
                WriteRest(node);
                break;
        }
    }

    private void WriteRest(Syntax node)
    {
        switch (node.Kind)
        {
            case SyntaxKind.Binary when node.Text == ".":
                Write(node.First);
                text.Append('.');
                Write(node.Second);
                break;
            case SyntaxKind.Binary or SyntaxKind.Bind or SyntaxKind.Apply:
                WriteBetween(node.First, node.Text, node.Second);
                break;
            case SyntaxKind.Condition:
                WriteBetween(node.First, node.Text, node.Second);
                if (node.Children.Length > 2 && node.Children[2] is { } otherwise)
                {
                    text.Append(" : ");
                    Write(otherwise);
                }

                break;
            case SyntaxKind.Sort:
                WriteSort(node);
                break;
            case SyntaxKind.Lambda:
                text.Append("function");
                WriteList("(", node.Rest(1), ")");
                text.Append(node.Signature?.Text).Append('{');
                Write(node.First);
                text.Append('}');
                break;
            case SyntaxKind.Transform:
                WriteTransform(node);
                break;
            default:
                // Numbers, constants, regular expressions, wildcards: as they were written.
                text.Append(node.Text);
                break;
        }
    }

    private void WriteBetween(Syntax left, string sign, Syntax right)
    {
        Write(left);
        text.Append(' ').Append(sign).Append(' ');
        Write(right);
    }

    private void WriteList(string open, IEnumerable<Syntax> nodes, string close, string separator = ", ")
    {
        text.Append(open);
        var isFirst = true;
        foreach (var node in nodes)
        {
            text.Append(isFirst ? "" : separator);
            isFirst = false;
            Write(node);
        }

        text.Append(close);
    }

    private void WritePairs(Syntax node, int from)
    {
        text.Append('{');
        for (var index = from; index < node.Children.Length; index += 2)
        {
            text.Append(index == from ? "" : ", ");
            Write(node.Children[index]!);
            text.Append(": ");
            Write(node.Children[index + 1]!);
        }

        text.Append('}');
    }

    private void WriteSort(Syntax node)
    {
        Write(node.First);
        text.Append("^(");
        for (var index = 0; index < node.Text.Length; index++)
        {
            text.Append(index == 0 ? "" : ", ").Append(node.Text[index]);
            Write(node.Children[index + 1]!);
        }

        text.Append(')');
    }

    private void WriteTransform(Syntax node)
    {
        text.Append('|');
        Write(node.First);
        text.Append('|');
        Write(node.Second);
        if (node.Children[2] is { } delete)
        {
            text.Append(", ");
            Write(delete);
        }

        text.Append('|');
    }

    private static bool IsPlainName(string name) =>
        name.Length > 0 && name is not ("and" or "or" or "in" or "true" or "false" or "null")
        && !char.IsAsciiDigit(name[0]) && name.All(letter => char.IsLetterOrDigit(letter) || letter == '_');
}
