using System.Globalization;
using Spark.Runtime.ApiCalls;

namespace Spark.Host.Administration;

/// <summary>Prints a run of an API Call, as the test panel shows it.</summary>
internal static class ApiCallPrinter
{
    public static void Print(TextWriter output, ApiCallRun run)
    {
        if (run.Request is { } request)
        {
            output.WriteLine($"{request.Method} {request.Address}");
            foreach (var header in request.Headers)
            {
                output.WriteLine($"  {header.Name}: {header.Value}");
            }

            if (request.Body is { } body)
            {
                output.WriteLine(body);
            }

            output.WriteLine();
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{run.End}{(run.Status is { } status ? $", status {status}" : "")}{(run.IsRecorded ? ", recorded" : $", {run.Milliseconds:0} ms")}"));
        if (run.Reason is { } reason)
        {
            output.WriteLine(reason);
        }

        if (run.ResponseBody is { Length: > 0 } answer)
        {
            output.WriteLine(answer);
        }

        foreach (var found in run.Outputs)
        {
            output.WriteLine($"  {found.Name,-20} {found.Value?.GetRawText() ?? found.Problem ?? "(none)"}");
        }
    }
}
