using Spark.Expressions.Evaluation;
using Spark.Expressions.Formatting;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>Functions on moments; the clock is the caller's.</summary>
internal static class Dates
{
    public static readonly NativeCell[] Functions =
    [
        new("now", "<s?s?:s>", 2, (in Invocation call, Value[] arguments) =>
            Format(call, call.Context.Options.Now.ToUnixTimeMilliseconds(), arguments[0], arguments[1])),
        new("millis", "<:n>", 0, (in Invocation call, Value[] arguments) => Value.From(call.Context.Options.Now.ToUnixTimeMilliseconds())),
        new("fromMillis", "<n-s?s?:s>", 3, (in Invocation call, Value[] arguments) =>
            arguments[0].IsUndefined ? default : Format(call, arguments[0].AsNumber(), arguments[1], arguments[2])),
        new("toMillis", "<s-s?:n>", 2, ToMillis),
    ];

    private static Value Format(in Invocation call, double millis, Value picture, Value timeZone)
    {
        var pattern = picture.IsUndefined ? DatePicture.Iso : picture.AsString();
        call.Context.Charge(pattern.Length);
        return call.Context.Text(DateFormatter.Format(millis, pattern, timeZone.IsUndefined ? null : timeZone.AsString()));
    }

    private static Value ToMillis(in Invocation call, Value[] arguments)
    {
        if (arguments[0].IsUndefined)
        {
            return default;
        }

        var text = arguments[0].AsString();
        if (arguments[1].IsUndefined)
        {
            return IsoTimestamp.TryRead(text, out var millis)
                ? Value.From(millis)
                : throw Failure.New("D3110", $"$toMillis needs a timestamp of ISO 8601, got {Failure.Show(arguments[0])}");
        }

        // A picture is made into a pattern, which is work.
        call.Context.Charge(1000 + text.Length + (arguments[1].AsString().Length * 10L));
        return DateReader.Read(text, arguments[1].AsString(), call.Context.Options.Now) is { } moment ? Value.From(moment) : default;
    }
}
