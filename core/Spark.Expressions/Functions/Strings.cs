using System.Text;
using Spark.Expressions.Evaluation;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>Functions on strings.</summary>
internal static class Strings
{
    public static readonly NativeCell[] Functions =
    [
        new("string", "<x-b?:s>", 1, ToText),
        new("substring", "<s-nn?:s>", 3, Substring),
        new("substringBefore", "<s-s:s>", 2, SubstringBefore),
        new("substringAfter", "<s-s:s>", 2, SubstringAfter),
        new("lowercase", "<s-:s>", 1, (in Invocation call, Value[] arguments) => Change(call, arguments[0], Letters.ToLower)),
        new("uppercase", "<s-:s>", 1, (in Invocation call, Value[] arguments) => Change(call, arguments[0], Letters.ToUpper)),
        new("length", "<s-:n>", 1, (in Invocation call, Value[] arguments) =>
            arguments[0].IsUndefined ? default : Value.From(Letters.Count(Charged(call, arguments[0])))),
        new("trim", "<s-:s>", 1, (in Invocation call, Value[] arguments) => Change(call, arguments[0], Trim)),
        new("pad", "<s-ns?:s>", 3, Pad),
        new("join", "<a<s>s?:s>", 2, Join),
    ];

    private static Value ToText(in Invocation call, Value[] arguments)
    {
        var value = arguments[0];
        if (value.IsUndefined || value.Kind == ValueKind.String)
        {
            return value;
        }

        if (value.List is { } list && list.Is(ListTraits.OuterWrapper))
        {
            value = list[0];
        }

        return new Value(call.Context.Display(value, arguments[1].AsBoolean()));
    }

    private static string Charged(in Invocation call, Value text)
    {
        var characters = text.AsString();
        call.Context.Charge(characters.Length / 16);
        return characters;
    }

    private static Value Change(in Invocation call, Value text, Func<string, string> change) =>
        text.IsUndefined ? default : call.Context.Text(change(Charged(call, text)));

    private static Value Substring(in Invocation call, Value[] arguments)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var text = Charged(call, arguments[0]);
        var start = arguments[1].IsUndefined ? double.NaN : arguments[1].AsNumber();
        var length = Letters.Count(text);
        start = length + start < 0 ? 0 : start;
        if (arguments[2].IsUndefined)
        {
            return new Value(Letters.Slice(text, start, double.PositiveInfinity));
        }

        var taken = arguments[2].AsNumber();
        if (taken <= 0)
        {
            return new Value("");
        }

        return new Value(Letters.Slice(text, start, start >= 0 ? start + taken : length + start + taken));
    }

    private static Value SubstringBefore(in Invocation call, Value[] arguments)
    {
        var at = Find(call, arguments);
        return at < 0 ? arguments[0] : new Value(arguments[0].AsString()[..at]);
    }

    private static Value SubstringAfter(in Invocation call, Value[] arguments)
    {
        var at = Find(call, arguments);
        return at < 0 ? arguments[0] : new Value(arguments[0].AsString()[(at + arguments[1].AsString().Length)..]);
    }

    private static int Find(in Invocation call, Value[] arguments) => arguments[0].IsUndefined
        ? -1
        : Charged(call, arguments[0]).IndexOf(arguments[1].IsUndefined ? "undefined" : arguments[1].AsString(), StringComparison.Ordinal);

    private static string Trim(string text)
    {
        var built = new StringBuilder();
        foreach (var letter in text)
        {
            if (letter is not (' ' or '\t' or '\n' or '\r'))
            {
                built.Append(letter);
            }
            else if (built.Length > 0 && built[^1] != ' ')
            {
                built.Append(' ');
            }
        }

        return built.Length > 0 && built[^1] == ' ' ? built.ToString(0, built.Length - 1) : built.ToString();
    }

    private static Value Pad(in Invocation call, Value[] arguments)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var text = Charged(call, arguments[0]);
        var width = arguments[1].AsNumber();
        var missing = Math.Abs(width) - Letters.Count(text);
        if (missing < 1)
        {
            return arguments[0];
        }

        var filler = arguments[2].AsString() is { Length: > 0 } given ? given : " ";
        call.Context.CheckString((long)Math.Min(missing * filler.Length, long.MaxValue / 2));
        var repeated = new StringBuilder().Insert(0, filler, (int)missing).ToString();
        var padding = filler.Length == 1 ? repeated : Letters.Slice(repeated, 0, Math.Truncate(missing));
        return call.Context.Text(width > 0 ? text + padding : padding + text);
    }

    private static Value Join(in Invocation call, Value[] arguments)
    {
        if (arguments[0].List is not { } list)
        {
            return default;
        }

        var separator = arguments[1].AsString();
        call.Context.Charge(list.Count);
        var length = (long)separator.Length * list.Count;
        foreach (var item in list.Span)
        {
            length += item.AsString().Length;
        }

        call.Context.CheckString(length);
        return new Value(string.Join(separator, list.Enumerate().Select(item => item.AsString())));
    }
}
