using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Spark.Expressions.Functions;
using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation;

/// <summary>One evaluation: its bounds, and what its caller gave it.</summary>
internal sealed class EvaluationContext(EvaluationOptions options, Value root)
{
    private const int StepsBetweenClocks = 4096;
    private const int DepthBetweenStackChecks = 16;

    private readonly EvaluationLimits limits = options.Limits;
    private readonly int maxDepth = options.Limits.MaxDepth;
    private long stepsLeft = options.Limits.MaxSteps;
    private int untilClock = StepsBetweenClocks;

    // Zero until the clock is first looked at: most evaluations are over before.
    private long start;
    private int depth;

    public EvaluationOptions Options => options;

    /// <summary>What <c>$$</c> names.</summary>
    public Value Root => root;

    public int MaxString => limits.MaxString;

    /// <summary>Begins the evaluation of a syntax node.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Enter()
    {
        if (++depth > maxDepth || (depth % DepthBetweenStackChecks == 0 && !RuntimeHelpers.TryEnsureSufficientExecutionStack()))
        {
            throw TooDeep();
        }

        Step();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Exit() => depth--;

    /// <summary>Counts a syntax node that has none below it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leaf()
    {
        if (depth >= maxDepth)
        {
            throw TooDeep();
        }

        Step();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step()
    {
        stepsLeft--;
        if (--untilClock <= 0 || stepsLeft < 0)
        {
            CheckBounds();
        }
    }

    /// <summary>Counts work that is not a syntax node: items and characters made or read.</summary>
    public void Charge(long units)
    {
        stepsLeft -= units;
        untilClock -= (int)Math.Min(units, StepsBetweenClocks);
        if (untilClock <= 0 || stepsLeft < 0)
        {
            CheckBounds();
        }
    }

    public void Add(ArrayCell list, Value value)
    {
        list.Add(value);
        CheckSequence(list.Count);
        Step();
    }

    public void AddRange(ArrayCell list, ReadOnlySpan<Value> values)
    {
        CheckSequence((long)list.Count + values.Length);
        list.AddRange(values);
        Charge(values.Length);
    }

    public void CheckSequence(long count)
    {
        if (count > limits.MaxSequence)
        {
            throw Failure.New("D2015", $"An array has more than {limits.MaxSequence} items");
        }
    }

    /// <summary>Counts a string that is about to be made.</summary>
    public void CheckString(long length)
    {
        if (length > limits.MaxString)
        {
            throw Failure.New("U1004", $"A string is longer than {limits.MaxString} characters");
        }

        Charge(length / 16);
    }

    public Value Text(string text)
    {
        CheckString(text.Length);
        return new Value(text);
    }

    public string ToText(Value value) => value.Cell switch
    {
        string text => text,
        null => "",
        _ => Display(value, indented: false),
    };

    public string Display(Value value, bool indented)
    {
        var text = JsonTextWriter.ToDisplay(value, indented, limits.MaxString);
        CheckString(text.Length);
        return text;
    }

    public static Match Run(Regex regex, string text, int from)
    {
        try
        {
            return regex.Match(text, from);
        }
        catch (RegexMatchTimeoutException slow)
        {
            throw new ExpressionException("U1006", -1, null, "A regular expression took too long to match", slow);
        }
    }

    /// <summary>Calls a function, and the tail calls that come of it.</summary>
    public Value Apply(FunctionCell function, Value[] arguments, Value input, Frame frame, CallPlace? place = null)
    {
        var result = ApplyOnce(function, arguments, input, frame, place);
        while (result.Cell is TailCallCell tail)
        {
            result = tail.Continue(this);
        }

        return result;
    }

    /// <summary>Calls a function, and leaves a tail call to the caller.</summary>
    public Value ApplyOnce(FunctionCell function, Value[] arguments, Value input, Frame frame, CallPlace? place)
    {
        if (place is not null)
        {
            function.Place = place;
        }

        try
        {
            var validated = function.Signature is { } signature ? signature.Validate(arguments, input) : arguments;
            return function.Run(new Invocation(this, input, frame), validated);
        }
        catch (ExpressionException wrong) when (wrong.Called(function.Place ?? place))
        {
            throw;
        }
    }

    /// <summary>Refuses a result that is too large to keep.</summary>
    public void CheckResult(Value result)
    {
        if (result.Kind is ValueKind.Array or ValueKind.Object)
        {
            var left = limits.MaxResult;
            ResultSize.Count(result, ref left, 0);
        }
    }

    private void CheckBounds()
    {
        untilClock = StepsBetweenClocks;
        if (stepsLeft < 0)
        {
            throw Failure.New("U1002", $"The evaluation takes more than {limits.MaxSteps} steps");
        }

        if (start == 0)
        {
            start = Stopwatch.GetTimestamp();
        }
        else if (Stopwatch.GetElapsedTime(start) > limits.TimeLimit)
        {
            throw Failure.New("U1001", $"The evaluation takes longer than {limits.TimeLimit.TotalMilliseconds:0} ms");
        }
    }

    private ExpressionException TooDeep() =>
        Failure.New("U1001", $"The evaluation is nested more deeply than {maxDepth} levels; is a recursion without end, or not a tail call?");
}
