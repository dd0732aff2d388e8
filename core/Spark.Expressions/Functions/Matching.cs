using System.Globalization;
using System.Text;
using Spark.Expressions.Evaluation;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>Functions that look for strings or patterns.</summary>
internal static class Matching
{
    public static readonly NativeCell[] Functions =
    [
        new("match", "<s-f<s:o>n?:a<o>>", 3, Match),
        new("contains", "<s-(sf):b>", 2, Contains),
        new("replace", "<s-(sf)(sf)n?:s>", 4, Replace),
        new("split", "<s-(sf)n?:a<s>>", 3, Split),
    ];

    private static Value Match(in Invocation call, Value[] arguments)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var limit = Limit(arguments[2], "D3040", "The third argument of $match must not be negative");
        var result = ArrayCell.Sequence();
        if (limit > 0)
        {
            var matcher = new Matcher(call, arguments[1].Function!, arguments[0].AsString());
            for (var count = 0; matcher.HasMatch && count < limit; count++, matcher.Advance())
            {
                var found = new MapCell(3);
                found.Set("match", new Value(matcher.Text));
                found.Set("index", Value.From(matcher.Start));
                found.Set("groups", matcher.Groups);
                call.Context.Add(result, new Value(found));
            }
        }

        return new Value(result);
    }

    private static Value Contains(in Invocation call, Value[] arguments)
    {
        if (arguments[0].IsUndefined || arguments[1].IsUndefined)
        {
            return default;
        }

        var text = arguments[0].AsString();
        call.Context.Charge(text.Length / 16);
        return Value.From(arguments[1].Function is { } pattern
            ? new Matcher(call, pattern, text).HasMatch
            : text.Contains(arguments[1].AsString(), StringComparison.Ordinal));
    }

    private static Value Replace(in Invocation call, Value[] arguments)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        if (arguments[1].Kind == ValueKind.String && arguments[1].AsString().Length == 0)
        {
            throw Failure.New("D3010", "The second argument of $replace cannot be the empty string");
        }

        var limit = Limit(arguments[3], "D3011", "The fourth argument of $replace must not be negative");
        if (limit <= 0)
        {
            return arguments[0];
        }

        Require(arguments);
        return arguments[1].Function is { } pattern ? ReplacePattern(call, arguments, pattern, limit) : ReplaceString(call, arguments, limit);
    }

    private static Value ReplaceString(in Invocation call, Value[] arguments, double limit)
    {
        var text = arguments[0].AsString();
        var wanted = arguments[1].AsString();
        var output = new StringBuilder();
        var position = 0;
        var at = text.IndexOf(wanted, StringComparison.Ordinal);
        for (var count = 0; at >= 0 && count < limit; count++)
        {
            Append(call, output, text.AsSpan(position, at - position));
            Append(call, output, ReplacementOf(arguments[2]));
            position = at + wanted.Length;
            at = text.IndexOf(wanted, position, StringComparison.Ordinal);
        }

        Append(call, output, text.AsSpan(position));
        return new Value(output.ToString());
    }

    // A missing replacement makes the word that the reference's language has for it.
    private static string ReplacementOf(Value replacement) => replacement.Kind is ValueKind.String or ValueKind.Undefined
        ? replacement.IsUndefined ? "undefined" : replacement.AsString()
        : throw Failure.New("D3012", "A string can only be replaced by a string");

    private static Value ReplacePattern(in Invocation call, Value[] arguments, FunctionCell pattern, double limit)
    {
        var text = arguments[0].AsString();
        var matcher = new Matcher(call, pattern, text);
        if (!matcher.HasMatch)
        {
            return arguments[0];
        }

        var output = new StringBuilder();
        var position = 0;
        for (var count = 0; matcher.HasMatch && count < limit; count++, matcher.Advance())
        {
            var start = Math.Clamp(matcher.Start, position, text.Length);
            Append(call, output, text.AsSpan(position, start - position));
            Append(call, output, arguments[2].Function is { } function ? Call(call, function, matcher) : Substitute(arguments[2].AsString(), matcher));
            position = Math.Min(start + matcher.Text.Length, text.Length);
        }

        Append(call, output, text.AsSpan(position));
        return new Value(output.ToString());
    }

    private static string Call(in Invocation call, FunctionCell function, Matcher matcher)
    {
        var replacement = Sequences.Collapse(call.Context.Apply(function, [matcher.ToValue()], Value.Null, call.Frame));
        return replacement.Kind == ValueKind.String
            ? replacement.AsString()
            : throw Failure.New("D3012", $"A match can only be replaced by a string, not {Failure.Show(replacement)}");
    }

    // $0 is the match, $1 the first group, $$ a dollar sign.
    private static string Substitute(string replacement, Matcher matcher)
    {
        var output = new StringBuilder();
        var groups = matcher.Groups;
        var mostDigits = groups.Count == 0 ? 1 : groups.Count.ToString(CultureInfo.InvariantCulture).Length;
        for (var at = 0; at < replacement.Length; at++)
        {
            if (replacement[at] != '$')
            {
                output.Append(replacement[at]);
                continue;
            }

            var next = at + 1 < replacement.Length ? replacement[at + 1] : ' ';
            if (next is '$' or '0')
            {
                output.Append(next == '$' ? "$" : matcher.Text);
                at++;
                continue;
            }

            var digits = DigitsAt(replacement, at + 1, mostDigits);
            if (digits > 1 && int.Parse(replacement.AsSpan(at + 1, digits), NumberStyles.None, CultureInfo.InvariantCulture) > groups.Count)
            {
                digits--;
            }

            if (digits == 0)
            {
                output.Append('$');
                continue;
            }

            output.Append(groups[int.Parse(replacement.AsSpan(at + 1, digits), NumberStyles.None, CultureInfo.InvariantCulture) - 1].AsString());
            at += digits;
        }

        return output.ToString();
    }

    private static int DigitsAt(string text, int start, int most)
    {
        var count = 0;
        while (count < most && start + count < text.Length && char.IsAsciiDigit(text[start + count]))
        {
            count++;
        }

        return count;
    }

    private static Value Split(in Invocation call, Value[] arguments)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        Require(arguments);
        var limit = Limit(arguments[2], "D3020", "The third argument of $split must not be negative");
        var result = new ArrayCell(ListTraits.None);
        if (limit > 0)
        {
            if (arguments[1].Function is { } pattern)
            {
                SplitPattern(call, arguments[0].AsString(), pattern, limit, result);
            }
            else
            {
                SplitString(call, arguments[0].AsString(), arguments[1].AsString(), Math.Truncate(limit), result);
            }
        }

        return new Value(result);
    }

    private static void SplitPattern(in Invocation call, string text, FunctionCell pattern, double limit, ArrayCell result)
    {
        var start = 0;
        var matcher = new Matcher(call, pattern, text);
        for (; matcher.HasMatch && result.Count < limit; matcher.Advance())
        {
            var end = Math.Clamp(matcher.Start, start, text.Length);
            call.Context.Add(result, new Value(text[start..end]));
            start = Math.Clamp(matcher.End, end, text.Length);
        }

        if (result.Count < limit)
        {
            call.Context.Add(result, new Value(text[start..]));
        }
    }

    private static void SplitString(in Invocation call, string text, string separator, double limit, ArrayCell result)
    {
        var start = 0;
        while (result.Count < limit)
        {
            var at = separator.Length == 0 ? start + 1 : text.IndexOf(separator, start, StringComparison.Ordinal);
            if (at < 0 || (separator.Length == 0 && at >= text.Length))
            {
                if (separator.Length > 0 || start < text.Length)
                {
                    call.Context.Add(result, new Value(text[start..]));
                }

                return;
            }

            call.Context.Add(result, new Value(text[start..at]));
            start = at + separator.Length;
        }
    }

    // The signature lets a missing pattern pass; looking for it would find nonsense.
    private static void Require(Value[] arguments)
    {
        if (arguments[1].IsUndefined)
        {
            throw Failure.New("T0410", $"Argument 2 of {ExpressionException.TokenMark} does not fit: expected a string or a function, got nothing");
        }
    }

    private static double Limit(Value limit, string code, string message)
    {
        if (limit.IsUndefined)
        {
            return double.PositiveInfinity;
        }

        return limit.AsNumber() >= 0 ? limit.AsNumber() : throw Failure.New(code, message);
    }

    private static void Append(in Invocation call, StringBuilder output, ReadOnlySpan<char> text)
    {
        output.Append(text);
        call.Context.Step();
        if (output.Length > call.Context.MaxString)
        {
            call.Context.CheckString(output.Length);
        }
    }
}
