using Spark.Expressions.Evaluation;
using Spark.Expressions.Formatting;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>Functions on numbers.</summary>
internal static class NumberFunctions
{
    public static readonly NativeCell[] Functions =
    [
        new("number", "<(nsb)-:n>", 1, ToNumber),
        Unary("abs", Math.Abs),
        Unary("floor", Math.Floor),
        Unary("ceil", Math.Ceiling),
        Unary("sqrt", number => number < 0
            ? throw Failure.New("D3060", $"$sqrt cannot be applied to a negative number: {NumberText.Format(number)}")
            : Math.Sqrt(number)),
        new("round", "<n-n?:n>", 2, (in Invocation call, Value[] arguments) =>
            arguments[0].IsUndefined ? default : Value.From(Rounding.Round(arguments[0].AsNumber(), arguments[1].AsNumber()))),
        new("power", "<n-n:n>", 2, Power),
        new("random", "<:n>", 0, (in Invocation call, Value[] arguments) => Value.From(call.Context.Options.Random())),
        new("formatBase", "<n-n?:s>", 2, FormatBase),
        new("formatNumber", "<n-so?:s>", 3, FormatNumber),
        new("formatInteger", "<n-s:s>", 2, FormatInteger),
        new("parseInteger", "<s-s:n>", 2, ParseInteger),
    ];

    private static NativeCell Unary(string name, Func<double, double> function) => new(name, "<n-:n>", 1, (in Invocation call, Value[] arguments) =>
        arguments[0].IsUndefined ? default : Value.From(function(arguments[0].AsNumber())));

    private static Value ToNumber(in Invocation call, Value[] arguments)
    {
        var value = arguments[0];
        switch (value.Kind)
        {
            case ValueKind.Undefined or ValueKind.Number:
                return value;
            case ValueKind.Boolean:
                return Value.From(value.AsBoolean() ? 1 : 0);
            case ValueKind.String when NumberReader.TryRead(value.AsString(), out var number):
                return Value.From(number);
            default:
                throw Failure.New("D3030", $"$number cannot make a number of {Failure.Show(value)}");
        }
    }

    private static Value Power(in Invocation call, Value[] arguments)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var result = arguments[1].IsUndefined ? double.NaN : Math.Pow(arguments[0].AsNumber(), arguments[1].AsNumber());
        return double.IsFinite(result)
            ? Value.From(result)
            : throw Failure.New(
                "D3061",
                $"$power gives no number that JSON can hold: base {Failure.Show(arguments[0])}, exponent {Failure.Show(arguments[1])}");
    }

    private static Value FormatBase(in Invocation call, Value[] arguments)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var radix = arguments[1].IsUndefined ? 10 : Rounding.Round(arguments[1].AsNumber(), 0);
        if (radix is < 2 or > 36)
        {
            throw Failure.New("D3100", $"The radix of $formatBase must be from 2 to 36, not {NumberText.Format(radix)}");
        }

        var number = Rounding.Round(arguments[0].AsNumber(), 0);
        return new Value(radix.Equals(10.0) ? NumberText.Format(number) : InRadix(number, (int)radix));
    }

    private static string InRadix(double number, int radix)
    {
        if (!double.IsFinite(number))
        {
            return NumberText.Format(number);
        }

        // Digits that the number is not precise enough to have are 0.
        const double Exact = 288_230_376_151_711_744;
        var digits = new Stack<char>();
        var rest = Math.Abs(number);
        for (; rest >= Exact; rest /= radix)
        {
            digits.Push('0');
        }

        do
        {
            var digit = rest % radix;
            digits.Push("0123456789abcdefghijklmnopqrstuvwxyz"[(int)digit]);
            rest = (rest - digit) / radix;
        }
        while (rest > 0);
        return (number < 0 ? "-" : "") + new string([.. digits]);
    }

    private static Value FormatNumber(in Invocation call, Value[] arguments)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var picture = arguments[1].AsString();
        call.Context.Charge(picture.Length);
        return call.Context.Text(NumberPicture.Format(arguments[0].AsNumber(), picture, arguments[2]));
    }

    private static Value FormatInteger(in Invocation call, Value[] arguments)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var picture = IntegerPicture.Parse(arguments[1].AsString());
        return call.Context.Text(picture.Format(Math.Floor(arguments[0].AsNumber())));
    }

    private static Value ParseInteger(in Invocation call, Value[] arguments) => arguments[0].IsUndefined
        ? default
        : Value.From(IntegerPicture.Parse(arguments[1].AsString()).Read(arguments[0].AsString()));
}
