using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.OpenApi;

namespace Spark.Cockpit.Admin;

/// <summary>
/// The admin API's OpenAPI document. What writes it is loaded when somebody asks for the document, into a container of its own: it brings
/// libraries along that a node would otherwise keep in memory for nothing.
/// </summary>
internal sealed class AdminDocument
{
    private const string Name = "admin";

    private readonly Lazy<IServiceProvider> _writers;

    /// <param name="host">The host's services, whose routes are described.</param>
    /// <param name="registered">What they were made of: it tells a route's services from what it reads.</param>
    public AdminDocument(IServiceProvider host, IServiceCollection registered) => _writers = new(() => Writers(host, registered));

    /// <summary>Answers with the document.</summary>
    public async Task WriteAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        await using var scope = _writers.Value.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync(http.RequestAborted);
        document.Servers = [new() { Url = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}/" }];
        http.Response.ContentType = "application/json;charset=utf-8";
        using var text = new MemoryStream();
        await document.SerializeAsJsonAsync(text, OpenApiSpecVersion.OpenApi3_1, http.RequestAborted);
        await http.Response.Body.WriteAsync(text.GetBuffer().AsMemory(0, (int)text.Length), http.RequestAborted);
    }

    private static ServiceProvider Writers(IServiceProvider host, IServiceCollection registered)
    {
        var services = new ServiceCollection { registered };
        services.Replace(ServiceDescriptor.Singleton(host.GetRequiredService<EndpointDataSource>()));
        services.Replace(ServiceDescriptor.Singleton(host.GetRequiredService<ILoggerFactory>()));
        services.AddOpenApi(Name, options => options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Spark: the admin API";
            document.Info.Description = "Every address needs the bearer token that was printed at the first start.";
            return Task.CompletedTask;
        }));
        return services.BuildServiceProvider();
    }
}
