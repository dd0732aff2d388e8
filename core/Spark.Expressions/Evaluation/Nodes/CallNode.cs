using Spark.Expressions.Functions;
using Spark.Expressions.Values;

namespace Spark.Expressions.Evaluation.Nodes;

/// <summary>A call of a function. In tail position it is left to the one that called the function around it.</summary>
internal sealed class CallNode(int position, Node procedure, string? name, Value token, bool isPath, Node[] arguments, bool isTail) : Node(position)
{
    private readonly CallPlace place = new(position, name, token);
    private readonly CallPlace tailPlace = new(procedure.Position, procedure is VariableNode or ContextNode ? name : null, procedure is VariableNode or ContextNode ? token : default);

    public override Value Evaluate(Value input, Frame frame, EvaluationContext context) =>
        Sequences.Collapse(EvaluateRaw(input, frame, context));

    public override Value EvaluateRaw(Value input, Frame frame, EvaluationContext context)
    {
        if (isTail)
        {
            context.Leaf();
            return new Value(new TailCallCell(this, input, frame));
        }

        context.Enter();
        var result = Invoke(input, frame, context, null);
        context.Exit();
        return result;
    }

    /// <summary>Calls the function, with the left side of <c>~&gt;</c> as first argument if there is one.</summary>
    public Value Invoke(Value input, Frame frame, EvaluationContext context, Value? applied)
    {
        var function = procedure.Evaluate(input, frame, context);
        if (function.IsUndefined && isPath && name is not null && IsFunction(name, frame, context))
        {
            throw Failure.At("T1005", Position, name, $"\"{name}\" is not a function; did you mean ${name}?");
        }

        var shift = applied is null ? 0 : 1;
        var values = new Value[arguments.Length + shift];
        if (applied is { } first)
        {
            values[0] = first;
        }

        for (var index = 0; index < arguments.Length; index++)
        {
            values[index + shift] = arguments[index].Evaluate(input, frame, context);
        }

        try
        {
            return context.Apply(Callable(function), values, input, frame, place);
        }
        catch (ExpressionException wrong) when (wrong.Locate(Position, name))
        {
            throw;
        }
    }

    /// <summary>Calls the function of a tail call, which may answer with another one.</summary>
    public Value InvokeTail(Value input, Frame frame, EvaluationContext context)
    {
        var function = procedure.Evaluate(input, frame, context);
        var values = new Value[arguments.Length];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = arguments[index].Evaluate(input, frame, context);
        }

        return context.ApplyOnce(Callable(function), values, input, frame, tailPlace);
    }

    internal static bool IsFunction(string name, Frame frame, EvaluationContext context) =>
        frame.TryGet(name, out var found) || context.Options.Bindings.TryGetValue(name, out found)
            ? Truth.Of(found) || found.Kind == ValueKind.Function
            : BuiltIns.Find(name) is not null;

    private FunctionCell Callable(Value function) =>
        function.Function ?? throw new ExpressionException("T1006", Position, name, $"{(name is null ? "This" : "\"" + name + "\"")} is not a function") { TokenValue = token };
}
