using System.Globalization;
using Spark.Expressions.Parsing;
using Code = System.Func<Spark.Expressions.Value, Spark.Expressions.EvaluationOptions, Spark.Expressions.Value>;

namespace Spark.Expressions;

internal sealed class Fallback(string text)
{
    private readonly IReadOnlyList<Token> tokens = Lexer.Read(text);
    private int at;

    private Token Current => tokens[at];

    public Code Parse()
    {
        var code = Conditional();
        return Current.Kind == TokenKind.End ? code : throw Unexpected();
    }

    private ExpressionException Unexpected() => new(Current.Kind == TokenKind.End ? "S0203" : "S0201", Current.Position, Current.Text, $"'{Current.Text}' was not expected here.");

    private bool Take(string symbol)
    {
        if (!Current.Is(symbol))
        {
            return false;
        }

        at++;
        return true;
    }

    private Code Conditional()
    {
        var test = Or();
        if (!Take("?"))
        {
            return test;
        }

        var then = Conditional();
        Code otherwise = (_, _) => Value.Undefined;
        if (Take(":"))
        {
            otherwise = Conditional();
        }

        return (i, o) => test(i, o).ToBoolean() ? then(i, o) : otherwise(i, o);
    }

    private Code Or()
    {
        var left = And();
        while (Current.IsWord("or"))
        {
            at++;
            var (a, b) = (left, And());
            left = (i, o) => Value.From(a(i, o).ToBoolean() || b(i, o).ToBoolean());
        }

        return left;
    }

    private Code And()
    {
        var left = Compare();
        while (Current.IsWord("and"))
        {
            at++;
            var (a, b) = (left, Compare());
            left = (i, o) => Value.From(a(i, o).ToBoolean() && b(i, o).ToBoolean());
        }

        return left;
    }

    private Code Compare()
    {
        var left = Concat();
        foreach (var op in new[] { "=", "!=", "<=", ">=", "<", ">" })
        {
            if (Take(op))
            {
                var (a, b) = (left, Concat());
                return (i, o) =>
                {
                    var (x, y) = (a(i, o), b(i, o));
                    return op switch
                    {
                        "=" => Value.From(!x.IsUndefined && x == y),
                        "!=" => Value.From(!x.IsUndefined && x != y),
                        _ => Order(op, x, y),
                    };
                };
            }
        }

        return left;
    }

    private static Value Order(string op, Value x, Value y)
    {
        if (x.IsUndefined || y.IsUndefined)
        {
            return Value.Undefined;
        }

        var c = x.Kind == ValueKind.String ? string.CompareOrdinal(x.AsString(), y.AsString()) : x.AsNumber().CompareTo(y.AsNumber());
        return Value.From(op switch { "<" => c < 0, ">" => c > 0, "<=" => c <= 0, _ => c >= 0 });
    }

    private Code Concat()
    {
        var left = Sum();
        while (Take("&"))
        {
            var (a, b) = (left, Sum());
            left = (i, o) => Value.From(a(i, o).ToText() + b(i, o).ToText());
        }

        return left;
    }

    private Code Sum()
    {
        var left = Product();
        while (Current.Is("+") || Current.Is("-"))
        {
            var plus = Current.Is("+");
            at++;
            var (a, b) = (left, Product());
            left = (i, o) => Value.From(plus ? a(i, o).AsNumber() + b(i, o).AsNumber() : a(i, o).AsNumber() - b(i, o).AsNumber());
        }

        return left;
    }

    private Code Product()
    {
        var left = Path();
        while (Current.Is("*") || Current.Is("/"))
        {
            var times = Current.Is("*");
            at++;
            var (a, b) = (left, Path());
            left = (i, o) => Value.From(times ? a(i, o).AsNumber() * b(i, o).AsNumber() : a(i, o).AsNumber() / b(i, o).AsNumber());
        }

        return left;
    }

    private Code Path()
    {
        var left = Primary();
        while (true)
        {
            if (Take("."))
            {
                var name = Current.Kind == TokenKind.Name ? Current.Text : throw Unexpected();
                at++;
                var a = left;
                left = (i, o) => a(i, o)[name];
            }
            else if (Take("["))
            {
                var (a, index) = (left, Conditional());
                if (!Take("]"))
                {
                    throw Unexpected();
                }

                left = (i, o) => a(i, o)[(int)index(i, o).AsNumber()];
            }
            else
            {
                return left;
            }
        }
    }

    private Code Primary()
    {
        var token = Current;
        at++;
        switch (token.Kind)
        {
            case TokenKind.Number:
                return (_, _) => Value.From(token.Number);
            case TokenKind.String:
                return (_, _) => Value.From(token.Text);
            case TokenKind.Name when token.Text is "true" or "false":
                return (_, _) => Value.From(token.Text == "true");
            case TokenKind.Name when token.Text == "null":
                return (_, _) => Value.Null;
            case TokenKind.Name:
                return (i, _) => i[token.Text];
            case TokenKind.Variable when Current.Is("("):
                return Call(token);
            case TokenKind.Variable:
                return (i, _) => i;
            case TokenKind.Symbol when token.Is("("):
                var inner = Conditional();
                return Take(")") ? inner : throw Unexpected();
            case TokenKind.Symbol when token.Is("-"):
                var negative = Path();
                return (i, o) => Value.From(-negative(i, o).AsNumber());
            default:
                at--;
                throw Unexpected();
        }
    }

    private Code Call(Token function)
    {
        at++;
        var arguments = new List<Code>();
        while (!Take(")"))
        {
            arguments.Add(Conditional());
            if (!Take(",") && !Current.Is(")"))
            {
                throw Unexpected();
            }
        }

        return (i, o) => Run(function, [.. arguments.Select(a => a(i, o))], o);
    }

    private static Value Run(Token function, Value[] a, EvaluationOptions o) => function.Text switch
    {
        "exists" => Value.From(!a[0].IsUndefined),
        "not" => Value.From(!a[0].ToBoolean()),
        "boolean" => Value.From(a[0].ToBoolean()),
        "contains" => Value.From(a[0].ToText().Contains(a[1].ToText(), StringComparison.Ordinal)),
        "string" => Value.From(a[0].ToText()),
        "length" => Value.From((double)a[0].ToText().Length),
        "uppercase" => Value.From(a[0].ToText().ToUpperInvariant()),
        "lowercase" => Value.From(a[0].ToText().ToLowerInvariant()),
        "trim" => Value.From(a[0].ToText().Trim()),
        "random" => Value.From(o.Random()),
        "count" => Value.From((double)a[0].Count),
        "number" => double.TryParse(a[0].ToText(), CultureInfo.InvariantCulture, out var n)
            ? Value.From(n)
            : throw new ExpressionException("D3030", function.Position, "number", "$number cannot read its argument as a number."),
        _ => throw new ExpressionException("T1006", function.Position, function.Text, $"${function.Text} is no function."),
    };
}
