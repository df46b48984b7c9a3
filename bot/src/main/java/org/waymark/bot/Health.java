package org.waymark.bot;

import java.util.Map;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whether the application works, in one word and without details, on the port that people use too.
 * Everything else of actuator is on the management port.
 */
@RestController
class Health {

  private final HealthEndpoint endpoint;

  Health(HealthEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @GetMapping("/actuator/health")
  ResponseEntity<Map<String, String>> health() {
    Status status = endpoint.health().getStatus();
    return ResponseEntity.status(
            Status.UP.equals(status) ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .body(Map.of("status", status.getCode()));
  }
}
