using System.Text;
using Spark.Expressions;
using Spark.Http;
using Spark.Runtime.Credentials;

namespace Spark.Runtime.ApiCalls;

/// <summary>An API Call whose placeholders and expressions are read.</summary>
internal sealed class CompiledCall
{
    /// <summary>The largest body that is sent.</summary>
    public const int LargestPayload = 1024 * 1024;

    private readonly PlaceholderTemplate resource;
    private readonly IReadOnlyList<(string Name, PlaceholderTemplate Value)> query;
    private readonly IReadOnlyList<(string Name, PlaceholderTemplate Value)> headers;
    private readonly PlaceholderTemplate? payload;

    /// <exception cref="ExpressionException">A placeholder or an expression cannot be read; <see cref="ApiCallCheck"/> says where.</exception>
    public CompiledCall(ApiCallDefinition definition)
    {
        Definition = definition;
        resource = PlaceholderTemplate.Parse(definition.Resource);
        query = [.. definition.Query.Select(field => (field.Name, PlaceholderTemplate.Parse(field.Value)))];
        headers = [.. definition.Headers.Select(field => (field.Name, PlaceholderTemplate.Parse(field.Value)))];
        payload = string.IsNullOrWhiteSpace(definition.Payload) ? null : PlaceholderTemplate.Parse(definition.Payload);
        Outputs = [.. definition.Outputs.Select(output => new CompiledOutput(output, Expression.Parse(output.Expression)))];
    }

    public ApiCallDefinition Definition { get; }

    public IReadOnlyList<CompiledOutput> Outputs { get; }

    /// <summary>Puts values into the request. One pass: no value is looked at again.</summary>
    /// <param name="credential">Whose far side it goes to.</param>
    /// <param name="values">The value of each parameter; undefined for none.</param>
    /// <exception cref="FormatException">It cannot be sent so; the message is a sentence without values.</exception>
    public RenderedCall Render(Credential credential, Func<string, Value> values)
    {
        var path = In("the resource", () => resource.Render(PlaceholderTarget.Resource, values));
        var asked = new List<KeyValuePair<string, string>>();
        foreach (var (name, template) in query)
        {
            asked.Add(new(name, In($"the query parameter '{name}'", () => template.Render(PlaceholderTarget.Text, values))));
        }

        var sent = new List<KeyValuePair<string, string>>();
        foreach (var (name, template) in headers)
        {
            var value = In($"the header '{name}'", () => template.Render(PlaceholderTarget.Header, values));
            sent.Add(HeaderRule.Problem(name, value) is { } problem ? throw new FormatException(problem) : new(name, value));
        }

        var body = payload is null ? null : In("the payload", () => payload.Render(PlaceholderTarget.Json, values));
        return body is not null && Encoding.UTF8.GetByteCount(body) > LargestPayload
            ? throw new FormatException($"The payload is larger than {LargestPayload / 1024} KB.")
            : new(new(Definition.Method), TargetAddress.Of(credential.BaseUrl!, path, asked), sent, body);
    }

    private static string In(string place, Func<string> render)
    {
        try
        {
            return render();
        }
        catch (ExpressionException wrong)
        {
            throw new FormatException($"A value cannot stand in {place} ({wrong.Code}).", wrong);
        }
    }
}
