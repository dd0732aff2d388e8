using Spark.ApiCalls;

namespace Spark.Actions.Tests.Support;

/// <summary>API Calls that end as the test says.</summary>
internal sealed class ScriptedApiCalls : IApiCalls
{
    public ApiCallOrder? Last { get; private set; }

    public ApiCallResult Result { get; set; } = new() { End = ApiCallEnd.NotSent };

    public ValueTask<ApiCallResult> RunAsync(ApiCallOrder order, CancellationToken cancellationToken)
    {
        Last = order;
        return ValueTask.FromResult(Result);
    }
}
