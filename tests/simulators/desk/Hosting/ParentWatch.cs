namespace Spark.Simulators.Desk.Hosting;

/// <summary>Ends the program when standard input closes, which it does when the parent is gone, however it went.</summary>
internal sealed class ParentWatch(IHostApplicationLifetime lifetime) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var input = Console.OpenStandardInput();
        var buffer = new byte[256];
        try
        {
            // Reading a console cannot be cancelled: on shutdown the read is left behind, and ends with the process.
            while (await Task.Run(() => input.Read(buffer), CancellationToken.None).WaitAsync(stoppingToken) > 0)
            {
            }
        }
        catch (IOException)
        {
            // A pipe that broke is a parent that is gone.
        }

        lifetime.StopApplication();
    }
}
