using System.Runtime.InteropServices;
using Spark.Expressions.Functions;
using Spark.Expressions.Values;

namespace Spark.Expressions.Parsing;

/// <summary>Reads the text of an expression into a tree: top-down operator precedence.</summary>
internal sealed class Parser
{
    private readonly Lexer lexer;
    private Token current;
    private int depth;

    private Parser(string text, int start)
    {
        lexer = new Lexer(text, start);
        current = lexer.Next(operandExpected: true);
    }

    public static Syntax Parse(string text)
    {
        var parser = new Parser(text, 0);
        var tree = parser.ParseExpression(0);
        return parser.current.Kind == TokenKind.End
            ? tree
            : throw Failure.At("S0201", parser.current, $"Syntax error: unexpected \"{parser.current.Text}\"");
    }

    /// <summary>Parses an expression inside a text, up to the brace that closes it; answers with the position of that brace, too.</summary>
    public static (Syntax Tree, int End) ParseEmbedded(string text, int start)
    {
        var parser = new Parser(text, start);
        var tree = parser.ParseExpression(0);
        return parser.current.Sign == "}"
            ? (tree, parser.current.Start)
            : throw Unclosed(parser.current);
    }

    private static int Power(string sign) => sign switch
    {
        "[" or "(" or "@" or "#" => 80,
        "." => 75,
        "{" => 70,
        "*" or "/" or "%" => 60,
        "+" or "-" or "&" => 50,
        "=" or "!=" or "<" or "<=" or ">" or ">=" or "in" or "^" or "~>" or "?:" or "??" => 40,
        "and" => 30,
        "or" => 25,
        "?" => 20,
        ":=" => 10,
        _ => 0,
    };

    private static ReadOnlySpan<Syntax?> Span(List<Syntax> parts) => CollectionsMarshal.AsSpan(parts);

    private static ExpressionException Unclosed(Token token) => token.Kind == TokenKind.End
        ? Failure.At("S0203", token.Position, "(end)", "Expected \"}\" before the end of the text")
        : Failure.At("S0202", token, $"Expected \"}}\", got \"{token.Text}\"");

    private Syntax ParseExpression(int power)
    {
        if (++depth > Syntax.DepthLimit)
        {
            throw Failure.At("U1008", current.Position, null, $"The expression is nested more deeply than {Syntax.DepthLimit} levels");
        }

        var token = current;
        current = lexer.Next(operandExpected: false);
        var left = ParsePrefix(token);
        while (current.Kind == TokenKind.Operator && Power(current.Text) > power)
        {
            token = current;
            Advance(operandExpected: true);
            left = ParseInfix(token, left);
        }

        depth--;
        return left;
    }

    private Syntax ParsePrefix(Token token)
    {
        switch (token.Kind)
        {
            case TokenKind.End:
                // Refused when it is resolved, unless a bracket that was never closed is told first.
                return new Syntax(SyntaxKind.End, "(end)", token);
            case TokenKind.Name:
                return new Syntax(SyntaxKind.Name, token.Text, token);
            case TokenKind.Variable:
                return new Syntax(SyntaxKind.Variable, token.Text, token);
            case TokenKind.String:
                return new Syntax(SyntaxKind.String, token.Text, token) { Literal = token.Literal };
            case TokenKind.Number:
                return new Syntax(SyntaxKind.Number, token.Text, token) { Literal = token.Literal };
            case TokenKind.Constant:
                return new Syntax(SyntaxKind.Constant, token.Text, token) { Literal = token.Literal };
            case TokenKind.Regex:
                return new Syntax(SyntaxKind.Regex, token.Text, token) { Literal = token.Literal };
        }

        switch (token.Text)
        {
            case "-":
                return new Syntax(SyntaxKind.Negate, "-", token, ParseExpression(70));
            case "*":
                return new Syntax(SyntaxKind.Wildcard, "*", token);
            case "**":
                return new Syntax(SyntaxKind.Descendants, "**", token);
            case "%":
                return new Syntax(SyntaxKind.Parent, "%", token);
            case "and" or "or" or "in":
                return new Syntax(SyntaxKind.Word, token.Text, token);
            case "(":
                return ParseBlock(token);
            case "[":
                return ParseArray(token);
            case "{":
                return new Syntax(SyntaxKind.Object, "{", token, Span(ParsePairs(null)));
            case "|":
                return ParseTransform(token);
            default:
                throw Failure.At("S0211", token.Position, token.Text, $"\"{token.Text}\" cannot stand before its operand");
        }
    }

    private Syntax ParseInfix(Token token, Syntax left)
    {
        switch (token.Text)
        {
            case "(":
                return ParseCall(token, left);
            case "[":
                return ParseFilter(token, left);
            case "{":
                return new Syntax(SyntaxKind.Group, "{", token, Span(ParsePairs(left)));
            case "^":
                return ParseSort(token, left);
            case ":=":
                if (left.Kind != SyntaxKind.Variable)
                {
                    throw Failure.At("S0212", left, "The left side of := must be a variable, which starts with $");
                }

                return new Syntax(SyntaxKind.Bind, ":=", token, left, ParseExpression(9));
            case "@" or "#":
                var variable = ParseExpression(80);
                if (variable.Kind != SyntaxKind.Variable)
                {
                    throw Failure.At("S0214", variable.Position, token.Text, $"The right side of {token.Text} must be a variable, which starts with $");
                }

                return new Syntax(token.Text == "@" ? SyntaxKind.Focus : SyntaxKind.Index, token.Text, token, left, variable);
            case "?":
                var then = ParseExpression(0);
                return new Syntax(SyntaxKind.Condition, "?", token, left, then, TryTake(":") ? ParseExpression(0) : null);
            case "?:" or "??":
                return new Syntax(SyntaxKind.Condition, token.Text, token, left, ParseExpression(0));
            case "~>":
                return new Syntax(SyntaxKind.Apply, "~>", token, left, ParseExpression(Power("~>")));
            default:
                return new Syntax(SyntaxKind.Binary, token.Text, token, left, ParseExpression(Power(token.Text)));
        }
    }

    private Syntax ParseBlock(Token token)
    {
        var parts = new List<Syntax>();
        while (current.Sign != ")")
        {
            parts.Add(ParseExpression(0));
            if (!TryTake(";"))
            {
                break;
            }
        }

        Take(")");
        return new Syntax(SyntaxKind.Block, "(", token, Span(parts));
    }

    private Syntax ParseArray(Token token)
    {
        var items = new List<Syntax>();
        if (current.Sign != "]")
        {
            do
            {
                var item = ParseExpression(0);
                var range = current;
                items.Add(TryTake("..") ? new Syntax(SyntaxKind.Binary, "..", range, item, ParseExpression(0)) : item);
            }
            while (TryTake(","));
        }

        Take("]");
        return new Syntax(SyntaxKind.Array, "[", token, Span(items));
    }

    // Keys and values by turns, behind the grouped expression if there is one.
    private List<Syntax> ParsePairs(Syntax? left)
    {
        List<Syntax> parts = left is null ? [] : [left];
        if (current.Sign != "}")
        {
            do
            {
                parts.Add(ParseExpression(0));
                Take(":", operandExpected: true);
                parts.Add(ParseExpression(0));
            }
            while (TryTake(","));
        }

        Take("}");
        return parts;
    }

    private Syntax ParseTransform(Token token)
    {
        var pattern = ParseExpression(0);
        Take("|", operandExpected: true);
        var update = ParseExpression(0);
        var delete = TryTake(",") ? ParseExpression(0) : null;
        Take("|", operandExpected: true);
        return new Syntax(SyntaxKind.Transform, "|", token, pattern, update, delete);
    }

    private Syntax ParseFilter(Token token, Syntax left)
    {
        if (current.Sign == "]")
        {
            var step = left;
            while (step.Kind == SyntaxKind.Filter)
            {
                step = step.First;
            }

            step.KeepArray = true;
            Take("]", operandExpected: true);
            return left;
        }

        var filter = new Syntax(SyntaxKind.Filter, "[", token, left, ParseExpression(0));
        Take("]");
        return filter;
    }

    private Syntax ParseSort(Token token, Syntax left)
    {
        Take("(", operandExpected: true);
        var terms = new List<Syntax> { left };
        var directions = "";
        do
        {
            directions += current.Sign == ">" ? ">" : "<";
            if (current.Sign is "<" or ">")
            {
                Advance(operandExpected: true);
            }

            terms.Add(ParseExpression(0));
        }
        while (TryTake(","));
        Take(")", operandExpected: true);
        return new Syntax(SyntaxKind.Sort, directions, token, Span(terms));
    }

    private Syntax ParseCall(Token token, Syntax left)
    {
        List<Syntax> parts = [left];
        var isPartial = false;
        if (current.Sign != ")")
        {
            do
            {
                if (current.Sign == "?")
                {
                    isPartial = true;
                    parts.Add(new Syntax(SyntaxKind.Word, "?", current));
                    Advance(operandExpected: false);
                }
                else
                {
                    parts.Add(ParseExpression(0));
                }
            }
            while (TryTake(","));
        }

        Take(")");
        return left.Kind == SyntaxKind.Name && left.Text is "function" or "λ"
            ? ParseLambda(token, parts)
            : new Syntax(isPartial ? SyntaxKind.Partial : SyntaxKind.Call, "(", token, Span(parts));
    }

    private Syntax ParseLambda(Token token, List<Syntax> parts)
    {
        for (var index = 1; index < parts.Count; index++)
        {
            if (parts[index].Kind != SyntaxKind.Variable)
            {
                throw Failure.At("S0208", parts[index], $"Parameter {index} of a function must be a variable, which starts with $");
            }
        }

        var signature = current.Sign == "<" ? ParseSignature() : null;
        Take("{", operandExpected: true);
        parts[0] = ParseExpression(0);
        Take("}", operandExpected: true);
        return new Syntax(SyntaxKind.Lambda, "(", token, Span(parts)) { Signature = signature };
    }

    private Signature ParseSignature()
    {
        var position = current.Position;
        var text = "<";
        var open = 1;
        while (open > 0 && current.Sign is not ("{" or "(end)"))
        {
            Advance(operandExpected: false);
            open += current.Sign == "<" ? 1 : current.Sign == ">" ? -1 : 0;
            text += current.Text;
        }

        Take(">", operandExpected: true);
        try
        {
            return Signature.Parse(text);
        }
        catch (ExpressionException wrong)
        {
            throw wrong.Moved(position);
        }
    }

    private void Advance(bool operandExpected) => current = lexer.Next(operandExpected);

    private bool TryTake(string sign)
    {
        if (current.Sign != sign)
        {
            return false;
        }

        Advance(operandExpected: true);
        return true;
    }

    private void Take(string sign, bool operandExpected = false)
    {
        if (current.Sign != sign)
        {
            throw current.Kind == TokenKind.End
                ? Failure.At("S0203", current.Position, "(end)", $"Expected \"{sign}\" before the end of the expression")
                : Failure.At("S0202", current, $"Expected \"{sign}\", got \"{current.Text}\"");
        }

        Advance(operandExpected);
    }
}
