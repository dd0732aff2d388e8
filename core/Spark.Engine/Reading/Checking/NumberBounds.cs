using System.Globalization;
using Spark.Engine.Reading.Drafts;

namespace Spark.Engine.Reading.Checking;

/// <summary>Between which numbers a value always lies.</summary>
/// <param name="Least">The least; minus infinity for none.</param>
/// <param name="Most">The greatest; infinity for none.</param>
/// <param name="IsWhole">True when it has no fraction.</param>
internal sealed record NumberBounds(double Least, double Most, bool IsWhole)
{
    private static readonly Dictionary<string, NumberBounds> System = new(StringComparer.Ordinal)
    {
        ["sys.score"] = new(0, 1, IsWhole: false),
        ["sys.misses"] = new(0, double.PositiveInfinity, IsWhole: true),
        ["sys.episode"] = new(1, double.PositiveInfinity, IsWhole: true),
    };

    /// <summary>The bounds of what a name stands for; null when it has none. Of what is set to something else than its type nothing can be said.</summary>
    public static NumberBounds? Of(string name, ExpressionUse use, BotDraft draft) =>
        System.GetValueOrDefault(name)
        ?? (FieldKinds.Variable(name, use, draft) is { Type: "number" or "integer" or "percentage" } variable && (variable.Type == "integer" || variable.Min is not null || variable.Max is not null)
            ? new(variable.Min ?? double.NegativeInfinity, variable.Max ?? double.PositiveInfinity, variable.Type == "integer")
            : null);

    /// <summary>True for what every bot knows, whose bounds no designer can change.</summary>
    public static bool IsOfSystem(string name) => System.ContainsKey(name);

    /// <summary>Whether a number within the bounds compares so: null when that depends on the number.</summary>
    public bool? Decide(string sign, double other) => sign switch
    {
        "=" or "in" => CanBe(other) ? null : false,
        "!=" => CanBe(other) ? null : true,
        "<" => Most < other ? true : Least >= other ? false : null,
        "<=" => Most <= other ? true : Least > other ? false : null,
        ">" => Least > other ? true : Most <= other ? false : null,
        ">=" => Least >= other ? true : Most < other ? false : null,
        _ => null,
    };

    public override string ToString()
    {
        var what = IsWhole ? "a whole number" : "a number";
        return (double.IsFinite(Least), double.IsFinite(Most)) switch
        {
            (true, true) => string.Create(CultureInfo.InvariantCulture, $"{what} from {Least} to {Most}"),
            (true, false) => string.Create(CultureInfo.InvariantCulture, $"{what} from {Least}"),
            (false, true) => string.Create(CultureInfo.InvariantCulture, $"{what} up to {Most}"),
            _ => what,
        };
    }

    /// <summary>True for a number within them.</summary>
    public bool CanBe(double number) => number >= Least && number <= Most && (!IsWhole || double.IsInteger(number));
}
